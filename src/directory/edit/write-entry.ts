import { sql } from "drizzle-orm";
import type { Context, Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import { type Fault, fail, invalidRequest } from "../../platform/http/problem.ts";
import { rebuildSearch } from "../search/search-index.ts";
import { type EntryKind, parts } from "./entry.ts";
import { columnsOf } from "./part.ts";
import { type Given, replaceList, rowOf } from "./replace-list.ts";
import { type Place, replacePlaces, replaceTopics } from "./service-links.ts";

/** Writes what `given` names of an entry that exists, and answers whether that changed anything. */
export async function writeEntry(
  tx: Database,
  ctx: Context,
  kind: EntryKind,
  id: string,
  given: Given,
): Promise<boolean> {
  const faults: Fault[] = [];
  let changed = await writeColumns(tx, kind, id, given);
  for (const [pointer, list] of Object.entries(parts[kind].lists ?? {})) {
    const items = given[pointer];
    if (items === undefined) continue;
    const replacement = {
      list,
      ownerId: id,
      items: (items ?? []) as readonly Given[],
      pointer: `/${pointer}`,
    };
    if (await replaceList(tx, ctx, replacement, faults)) changed = true;
  }
  if (kind === "service" && (await writeLinks(tx, ctx, id, given, faults))) changed = true;
  if (faults.length > 0) fail(invalidRequest, { errors: faults });
  if (changed) await touch(tx, ctx, kind, id);
  return changed;
}

async function writeColumns(tx: Database, kind: EntryKind, id: string, given: Given): Promise<boolean> {
  const part = parts[kind];
  const columns = columnsOf(part).filter(({ property }) => given[property] !== undefined);
  if (columns.length === 0) return false;
  const table = sql`handreiking.${sql.identifier(kind)}`;
  const pairs = columns.map(({ name, standard }) => ({
    name,
    value: standard ? `coalesce(given.${name}, ${standard})` : `given.${name}`,
  }));
  const list = (each: (pair: { name: string; value: string }) => string) =>
    sql.raw(pairs.map(each).join(", "));
  const written = await rows(
    tx,
    sql`update ${table} as entry set ${list(({ name, value }) => `${name} = ${value}`)}
      from jsonb_populate_record(null::${table}, ${JSON.stringify(rowOf(part, given))}::text::jsonb) as given
      where entry.id = ${id}::uuid
        and (${list(({ name }) => `entry.${name}`)}) is distinct from (${list(({ value }) => value)})
      returning entry.id`,
  );
  return written.length > 0;
}

async function writeLinks(tx: Database, ctx: Context, id: string, given: Given, faults: Fault[]) {
  const { topics, locations } = given as { topics?: string[] | null; locations?: Place[] | null };
  const filed = topics !== undefined && (await replaceTopics(tx, ctx, id, topics ?? [], faults));
  const placed = locations !== undefined && (await replacePlaces(tx, ctx, id, locations ?? [], faults));
  return filed || placed;
}

/** Dates a change of the entry, and brings what search reads up to it. */
export async function touch(tx: Database, ctx: Context, kind: EntryKind, id: string): Promise<void> {
  if (kind === "location") return;
  const at = ctx.now().toISOString();
  await tx.execute(sql`update handreiking.${sql.identifier(kind)} set last_modified = ${at}::timestamptz
    where id = ${id}::uuid`);
  const column = kind === "service" ? sql`id` : sql`organization_id`;
  const services = await rows<{ id: string }>(
    tx,
    sql`select id from handreiking.service where ${column} = ${id}::uuid`,
  );
  if (services.length > 0)
    await rebuildFor(
      tx,
      ctx,
      services.map(({ id: serviceId }) => serviceId),
    );
}

/** The index is the network's own: it is written in the operator's name, whoever made the edit. */
async function rebuildFor(tx: Database, ctx: Context, serviceIds: readonly string[]): Promise<void> {
  await tx.execute(sql`select set_config('handreiking.participant', id::text, true)
    from handreiking.participant where operator`);
  await rebuildSearch(tx, serviceIds);
  await tx.execute(sql`select set_config('handreiking.participant', ${ctx.actor.participantId}, true)`);
}
