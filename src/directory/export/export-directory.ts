import type { Context, Database } from "../../platform/context.ts";
import { type EntityName, entities, entityNames } from "../import/entities/index.ts";
import { nest } from "./nest.ts";
import type { RecordOptions } from "./record-sql.ts";
import { pagesOf } from "./rows.ts";

export interface ExportOptions extends Partial<RecordOptions> {}

/** Written inside other records wherever one names them: only those that none names are records of their own. */
const named: Partial<Record<EntityName, string>> = {
  location: `entry.organization_id is null
    and not exists (select from handreiking.service_at_location where location_id = entry.id)`,
  unit: "not exists (select from handreiking.service_capacity where unit_id = entry.id)",
};
const whole: readonly EntityName[] = ["taxonomy", "taxonomy_term", "organization", "service"];

/** Runs `work` on the directory as it is at this moment, whatever changes meanwhile. */
export const withSnapshot = <T>(ctx: Context, work: (tx: Database) => Promise<T>): Promise<T> =>
  ctx.db.transaction(work, { isolationLevel: "repeatable read", accessMode: "read only" });

/**
 * The directory as NDJSON, a line a record, in an order that stays: taxonomies, their terms, organizations,
 * services, and what belongs to none of these. An import reads it again. In constant memory; of one moment inside
 * `withSnapshot`.
 */
export async function* exportDirectory(tx: Database, options: ExportOptions = {}): AsyncGenerator<string> {
  const recordOptions = { confidential: options.confidential ?? false };
  for (const entity of entityNames) {
    const which = whole.includes(entity) ? "true" : aloneSql(entity);
    if (which === undefined) continue;
    for await (const page of pagesOf(tx, entity, recordOptions, which)) {
      await nest(tx, entity, page, recordOptions);
      for (const record of page) yield `${JSON.stringify({ resource: entity, ...record })}\n`;
    }
  }
}

function aloneSql(entity: EntityName): string | undefined {
  if (named[entity]) return named[entity];
  const references = Object.entries(entities[entity].references);
  if (entity === "attribute" || references.length === 0 || references.some(([, { required }]) => required))
    return undefined;
  return `num_nonnulls(${references.map(([column]) => `entry.${column}`).join(", ")}) = 0`;
}
