import { sql } from "drizzle-orm";
import type { Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import { type EntityName, entities, linkColumns, takesAttributes } from "../import/entities/index.ts";
import { type RecordOptions, rowSql, toldSql } from "./record-sql.ts";

export type Row = Record<string, unknown>;
type Level = Map<EntityName, Row[]>;

/** The records that a record is written with whole, besides the column that names them. */
const nestedInside: Readonly<Record<string, readonly [EntityName, string]>> = {
  location: ["location", "location_id"],
  unit: ["unit", "unit_id"],
};

/**
 * Puts into the rows of one table all that belongs to them, as the standard nests it: one statement for each table
 * and column, whatever the number of rows.
 */
export async function nest(tx: Database, entity: EntityName, top: Row[], options: RecordOptions) {
  const all: Level = new Map();
  let level: Level = new Map([[entity, top]]);
  while (level.size > 0) {
    const next: Level = new Map();
    for (const [name, records] of level) {
      add(all, name, records);
      await nestLists(tx, name, records, next, options);
      await nestSingles(tx, name, records, next, options);
    }
    level = next;
  }
  await nestAttributes(tx, all, options);
  await nestChanges(tx, all, options);
}

function add(level: Level, entity: EntityName, records: Row[]) {
  if (records.length > 0) level.set(entity, [...(level.get(entity) ?? []), ...records]);
}

async function nestLists(
  tx: Database,
  entity: EntityName,
  records: Row[],
  next: Level,
  options: RecordOptions,
) {
  for (const [key, [child, column]] of Object.entries(entities[entity].lists)) {
    // An organization's services are records of their own.
    if (key === "services") continue;
    const found = await rowsBy(tx, child, column, records.map(idOf), options);
    const byOwner = Map.groupBy(found, (row) => row[column]);
    for (const record of records) {
      const list = byOwner.get(record.id);
      if (list) record[key] = list;
    }
    add(next, child, found);
  }
}

async function nestSingles(
  tx: Database,
  entity: EntityName,
  records: Row[],
  next: Level,
  options: RecordOptions,
) {
  for (const key of Object.keys(entities[entity].nested)) {
    const [inner, column] = nestedInside[key] ?? [];
    if (inner === undefined || column === undefined) continue;
    const ids = [...new Set(records.map((record) => String(record[column])))];
    const found = await rowsBy(tx, inner, "id", ids, options);
    const byId = new Map(found.map((row) => [row.id, row]));
    for (const record of records) record[key] = byId.get(record[column]);
    add(next, inner, found);
  }
}

async function nestAttributes(tx: Database, all: Level, options: RecordOptions) {
  const bearing = [...all].filter(([entity]) => takesAttributes(entity));
  const told = await saidOf(tx, "attribute", bearing, options);
  for (const [entity, records] of bearing)
    for (const record of records) {
      const own = (record.own ?? []) as Row[];
      const attributes = [...own, ...(told.get(`${entity} ${record.id}`) ?? [])];
      delete record.own;
      if (attributes.length > 0) record.attributes = attributes;
    }
  add(all, "attribute", [...told.values()].flat());
}

async function nestChanges(tx: Database, all: Level, options: RecordOptions) {
  const changing = [...all].filter(([entity]) => entity !== "metadata");
  const told = await saidOf(tx, "metadata", changing, options);
  for (const [entity, records] of changing)
    for (const record of records) {
      const metadata = told.get(`${entity} ${record.id}`);
      if (metadata) record.metadata = metadata;
    }
}

async function saidOf(
  tx: Database,
  name: "attribute" | "metadata",
  of: readonly (readonly [EntityName, Row[]])[],
  options: RecordOptions,
) {
  const link = linkColumns[name];
  const ids = of.flatMap(([, records]) => records.map(idOf));
  const found = await rowsBy(tx, name, link.id, [...new Set(ids)], options);
  return Map.groupBy(found, (row) => `${row[link.entity]} ${row[link.id]}`);
}

const idOf = (row: Row) => String(row.id);

async function rowsBy(
  tx: Database,
  entity: EntityName,
  column: string,
  ids: readonly string[],
  options: RecordOptions,
) {
  if (ids.length === 0) return [];
  const found = await rows<{ row: Row }>(
    tx,
    sql`select ${sql.raw(rowSql(entity, "entry", options))} as row
      from handreiking.${sql.identifier(entity)} as entry
      where entry.${sql.identifier(column)} = any(${`{${ids.join(",")}}`}::uuid[])
        and ${sql.raw(toldSql(entity, "entry", options))} order by entry.id`,
  );
  return found.map(({ row }) => row);
}
