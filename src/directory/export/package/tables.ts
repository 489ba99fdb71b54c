import { stringify } from "csv-stringify/sync";
import type { Database } from "../../../platform/context.ts";
import { type EntityName, entities, entityNames } from "../../import/entities/index.ts";
import { fileOf } from "../../import/package/tables.ts";
import { columnsOf, type RecordOptions } from "../record-sql.ts";
import { pagesOf } from "../rows.ts";

/** The datapackage.json of the tables, each of which is always there. */
export function describe(): string {
  const resources = entityNames.map((entity) => ({
    name: entity,
    path: fileOf[entity],
    profile: "tabular-data-resource",
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    schema: {
      primaryKey: "id",
      fields: columnsOf(entity).map((name) => ({ name, type: typeOf(entity, name) })),
    },
  }));
  return `${JSON.stringify({ name: "hsds", profile: "tabular-data-package", resources }, null, 2)}\n`;
}

function typeOf(entity: EntityName, name: string): string {
  const kind = entities[entity].fields[name]?.kind;
  if (kind === "moment") return "datetime";
  return kind === "integer" || kind === "number" || kind === "date" || kind === "time" ? kind : "string";
}

/**
 * One table as CSV (RFC 4180). Our own columns follow the attributes. A text that a spreadsheet would take for a
 * formula stays as it is: what is put before it would be part of it at the next import.
 */
export async function* writeTable(
  tx: Database,
  entity: EntityName,
  options: RecordOptions,
): AsyncGenerator<string> {
  const columns = columnsOf(entity);
  yield line([columns]);
  for await (const page of pagesOf(tx, entity, options)) yield line(page.map((row) => cells(columns, row)));
  if (entity !== "attribute") return;
  for (const bearer of entityNames.filter((name) => Object.keys(entities[name].own).length > 0))
    for await (const page of pagesOf(tx, bearer, options)) {
      const own = page.flatMap((row) => (row.own ?? []) as Record<string, unknown>[]);
      if (own.length > 0) yield line(own.map((row) => cells(columns, row)));
    }
}

const cells = (columns: readonly string[], row: Record<string, unknown>) =>
  columns.map((column) => row[column]);

/** All text in quotes: an empty one differs from none. */
const line = (records: readonly unknown[][]) =>
  stringify([...records], { quoted_string: true, record_delimiter: "windows" });
