import { sql } from "drizzle-orm";
import type { Context, Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import type { Fault } from "../../platform/http/problem.ts";
import { columnsOf, type Part, type PartList } from "./part.ts";
import { removeParts } from "./remove-parts.ts";

export type Given = Readonly<Record<string, unknown>>;

/** A list that is to stand where another stood, beneath which record and where in the request. */
interface Replacement {
  list: PartList;
  ownerId: string;
  items: readonly Given[];
  pointer: string;
}

/**
 * Puts `items` in the place of a list, those with an id in the place of the record that has it. Answers whether
 * anything changed; ids that the list does not have are added to `faults`.
 */
export async function replaceList(
  tx: Database,
  ctx: Context,
  { list, ownerId, items, pointer }: Replacement,
  faults: Fault[],
): Promise<boolean> {
  const table = sql`handreiking.${sql.identifier(list.part.entity)}`;
  const earlier = await rows<{ id: string }>(
    tx,
    sql`select id from ${table} where ${sql.identifier(list.by)} = ${ownerId}::uuid`,
  );
  const open = new Set(earlier.map(({ id }) => id));
  const kept = items.map((item, index) => {
    const { id } = item;
    if (id === undefined) return { ...item, id: ctx.newId() };
    if (!open.delete(id as string))
      faults.push({
        in: "body",
        pointer: `${pointer}/${index}/id`,
        detail: "must be an id of this list, once",
      });
    return { ...item, id: id as string };
  });
  if (faults.length > 0) return false;
  await removeParts(tx, list.part.entity, [...open]);
  let changed = open.size > 0;
  if (await writeParts(tx, list, ownerId, kept)) changed = true;
  for (const [property, beneath] of Object.entries(list.part.lists ?? {}))
    for (const [index, item] of kept.entries()) {
      const replacement = {
        list: beneath,
        ownerId: item.id,
        items: ((item as Given)[property] ?? []) as readonly Given[],
        pointer: `${pointer}/${index}/${property}`,
      };
      if (await replaceList(tx, ctx, replacement, faults)) changed = true;
    }
  return changed;
}

async function writeParts(
  tx: Database,
  { part, by }: PartList,
  ownerId: string,
  items: readonly (Given & { id: string })[],
): Promise<boolean> {
  if (items.length === 0) return false;
  const table = sql`handreiking.${sql.identifier(part.entity)}`;
  const columns = columnsOf(part);
  const names = (prefix: string) => sql.raw(columns.map(({ name }) => `${prefix}${name}`).join(", "));
  const values = sql.raw(
    columns
      .map(({ name, standard }) => (standard ? `coalesce(given.${name}, ${standard})` : `given.${name}`))
      .join(", "),
  );
  const written = await rows(
    tx,
    sql`insert into ${table} as known (id, ${sql.identifier(by)}, ${names("")})
      select given.id, ${ownerId}::uuid, ${values}
      from jsonb_populate_recordset(null::${table}, ${JSON.stringify(items.map((item) => rowOf(part, item)))}::text::jsonb)
        as given
      on conflict (id) do update set ${sql.raw(columns.map(({ name }) => `${name} = excluded.${name}`).join(", "))}
      where (${names("known.")}) is distinct from (${names("excluded.")}) returning id`,
  );
  return written.length > 0;
}

/** What is given, by column. */
export function rowOf(part: Part, given: Given): Record<string, unknown> {
  const row: Record<string, unknown> = given.id === undefined ? {} : { id: given.id };
  for (const { name, property } of columnsOf(part))
    if (given[property] !== undefined) row[name] = given[property];
  return row;
}
