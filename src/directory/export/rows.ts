import { sql } from "drizzle-orm";
import type { Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import type { EntityName } from "../import/entities/index.ts";
import type { Row } from "./nest.ts";
import { type RecordOptions, rowSql, toldSql } from "./record-sql.ts";

const batch = 500;

/** The rows of a table by id, a batch at a time; `which` is a condition on `entry`. */
export async function* pagesOf(
  tx: Database,
  entity: EntityName,
  options: RecordOptions,
  which = "true",
): AsyncGenerator<Row[]> {
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const page = await rows<{ id: string; row: Row }>(
      tx,
      sql`select entry.id, ${sql.raw(rowSql(entity, "entry", options))} as row
        from handreiking.${sql.identifier(entity)} as entry
        where entry.id > ${after}::uuid and ${sql.raw(which)} and ${sql.raw(toldSql(entity, "entry", options))}
        order by entry.id limit ${sql.raw(String(batch))}`,
    );
    if (page.length > 0) yield page.map(({ row }) => row);
    const last = page.at(-1);
    if (!last || page.length < batch) return;
    after = last.id;
  }
}
