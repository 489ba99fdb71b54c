import { getTableColumns, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "../platform/context.ts";

type TableWithId = PgTable & { id: AnyPgColumn };

/** Rows a statement: far below PostgreSQL's limit of 65,535 parameters for the widest table. */
const batch = 500;

/** What an upsert neither compares nor overwrites: the verification, and the time of the last change by itself. */
const verification = new Set(["assured_date", "assurer_email"]);

/** Writes rows that are new or differ, by id, and answers how many. A verified row is left as it is. */
export async function upsertRows<T extends TableWithId>(
  tx: Database,
  table: T,
  rows: readonly T["$inferInsert"][],
): Promise<number> {
  const columns: [string, AnyPgColumn][] = Object.entries(getTableColumns(table));
  const written = columns.filter(([, { name }]) => name !== "id" && !verification.has(name));
  const compared = written.filter(([, { name }]) => name !== "last_modified").map(([, column]) => column);
  const differs = sql`(${sql.join(compared, comma)}) is distinct from (${sql.join(compared.map(excluded), comma)})`;
  const assured = columns.find(([, { name }]) => name === "assured_date")?.[1];
  const conflict = {
    target: table.id,
    set: Object.fromEntries(written.map(([key, column]) => [key, excluded(column)])) as never,
    setWhere: assured ? sql`${assured} is null and ${differs}` : differs,
  };
  return inBatches(rows, (part) =>
    tx.insert(table).values(part).onConflictDoUpdate(conflict).returning({ id: table.id }),
  );
}

/** Adds links that are missing, by id or by what they link, and answers how many. */
export const addRows = <T extends TableWithId>(tx: Database, table: T, rows: readonly T["$inferInsert"][]) =>
  inBatches(rows, (part) => tx.insert(table).values(part).onConflictDoNothing().returning({ id: table.id }));

const comma = sql.raw(", ");
const excluded = (column: AnyPgColumn): SQL => sql`excluded.${sql.identifier(column.name)}`;

async function inBatches<Row>(
  rows: readonly Row[],
  write: (part: Row[]) => PromiseLike<readonly unknown[]>,
): Promise<number> {
  let written = 0;
  for (let from = 0; from < rows.length; from += batch)
    written += (await write(rows.slice(from, from + batch))).length;
  return written;
}
