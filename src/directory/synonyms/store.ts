import { sql } from "drizzle-orm";
import type { Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import type { Position } from "../../platform/http/pagination.ts";
import { fail, invalidRequest } from "../../platform/http/problem.ts";
import { isTopic } from "../organization-store.ts";
import { synonymNotFound } from "../problems.ts";

export interface SynonymRow {
  id: string;
  phrase: string;
  topic: string;
  topicName: string;
}

const synonymRows = sql`select synonym.id, phrase, code as topic, term.name as "topicName"
  from handreiking.search_synonym as synonym join handreiking.taxonomy_term as term on term.id = taxonomy_term_id`;

/** Synonyms by phrase, of one topic or of all, after `position`. */
export const listSynonymRows = (
  tx: Database,
  topic: string | undefined,
  position: Position | undefined,
  limit: number,
) =>
  rows<SynonymRow>(
    tx,
    sql`${synonymRows} where ${topic === undefined ? sql`true` : sql`code = ${topic}`}
        ${position && sql`and (phrase, synonym.id) > (${position[0]}, ${position[1]}::uuid)`}
      order by phrase, synonym.id limit ${limit}`,
  );

export async function findSynonym(tx: Database, id: string): Promise<SynonymRow | undefined> {
  const [found] = await rows<SynonymRow>(tx, sql`${synonymRows} where synonym.id = ${id}::uuid`);
  return found;
}

/** The synonym, locked until the transaction ends. */
export async function claimSynonym(tx: Database, id: string): Promise<SynonymRow> {
  const [found] = await rows<SynonymRow>(
    tx,
    sql`${synonymRows} where synonym.id = ${id}::uuid for update of synonym`,
  );
  return found ?? fail(synonymNotFound);
}

/** The phrase as sentences are compared with it, and the id of its topic's term; refuses a topic that is none. */
export async function readMeaning(tx: Database, phrase: string, topic: string) {
  const [found] = await rows<{ phrase: string; termId: string | null }>(
    tx,
    sql`select lower(unaccent(${phrase})) as phrase, (
      select term.id from handreiking.taxonomy_term as term join handreiking.taxonomy on taxonomy.id = taxonomy_id
      where term.code = ${topic} and ${isTopic} limit 1) as "termId"`,
  );
  const detail = "must be the code of a topic";
  if (!found?.termId) return fail(invalidRequest, { errors: [{ in: "body", pointer: "/topic", detail }] });
  return { phrase: found.phrase, termId: found.termId };
}

/** Whether a synonym other than `id` already means it. */
export async function isTaken(tx: Database, phrase: string, termId: string, id?: string): Promise<boolean> {
  const found = await rows(
    tx,
    sql`select from handreiking.search_synonym where phrase = ${phrase} and taxonomy_term_id = ${termId}::uuid
      and id is distinct from ${id ?? null}::uuid`,
  );
  return found.length > 0;
}

/** Remembers that a phrase is not to come back with the starter synonyms. */
export const rememberRemoval = (tx: Database, { id }: SynonymRow) =>
  tx.execute(sql`insert into handreiking.removed_synonym (phrase, taxonomy_term_id)
    select phrase, taxonomy_term_id from handreiking.search_synonym where id = ${id}::uuid on conflict do nothing`);

export const forgetRemoval = (tx: Database, phrase: string, termId: string) =>
  tx.execute(sql`delete from handreiking.removed_synonym
    where phrase = ${phrase} and taxonomy_term_id = ${termId}::uuid`);
