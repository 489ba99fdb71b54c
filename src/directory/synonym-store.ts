import { sql } from "drizzle-orm";
import type { Database } from "../platform/context.ts";
import { rows } from "../platform/db.ts";
import type { Position } from "../platform/pagination.ts";

export interface SynonymRow {
  id: string;
  phrase: string;
  topic: string;
  topicName: string;
}

/** Synonyms by phrase, of one topic or of all, after `position`. */
export const listSynonymRows = (
  tx: Database,
  topic: string | undefined,
  position: Position | undefined,
  limit: number,
) =>
  rows<SynonymRow>(
    tx,
    sql`select synonym.id, phrase, code as topic, term.name as "topicName"
      from handreiking.search_synonym as synonym join handreiking.taxonomy_term as term on term.id = taxonomy_term_id
      where ${topic === undefined ? sql`true` : sql`code = ${topic}`}
        ${position && sql`and (phrase, synonym.id) > (${position[0]}, ${position[1]}::uuid)`}
      order by phrase, synonym.id limit ${limit}`,
  );
