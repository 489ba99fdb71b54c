import { sql } from "drizzle-orm";
import type { Context } from "../../platform/context.ts";
import { rows } from "../../platform/db.ts";
import { type EntityName, entities, entityNames } from "../import/entities.ts";
import { type RecordOptions, recordSql } from "./record-sql.ts";

export interface ExportOptions extends Partial<RecordOptions> {}

const batch = 200;

/** Written inside other records wherever one names them: only those that none names are records of their own. */
const named: Partial<Record<EntityName, string>> = {
  location: `entry.organization_id is null
    and not exists (select from handreiking.service_at_location where location_id = entry.id)`,
  unit: "not exists (select from handreiking.service_capacity where unit_id = entry.id)",
};
const whole: readonly EntityName[] = ["taxonomy", "taxonomy_term", "organization", "service"];

/**
 * The directory as NDJSON, a line a record, in an order that stays: taxonomies, their terms, organizations,
 * services, and what belongs to none of these. An import reads it again. In constant memory; each batch is of
 * one moment, the whole is not.
 */
export async function* exportDirectory(ctx: Context, options: ExportOptions = {}): AsyncGenerator<string> {
  for (const entity of entityNames) {
    const which = whole.includes(entity) ? "true" : aloneSql(entity);
    if (which !== undefined)
      yield* linesOf(ctx, entity, which, { confidential: options.confidential ?? false });
  }
}

function aloneSql(entity: EntityName): string | undefined {
  if (named[entity]) return named[entity];
  const references = Object.entries(entities[entity].references);
  if (entity === "attribute" || references.length === 0 || references.some(([, { required }]) => required))
    return undefined;
  return `num_nonnulls(${references.map(([column]) => `entry.${column}`).join(", ")}) = 0`;
}

async function* linesOf(ctx: Context, entity: EntityName, which: string, options: RecordOptions) {
  const record = `jsonb_build_object('resource', '${entity}') || ${recordSql(entity, "entry", options)}`;
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const page = await rows<{ id: string; line: string }>(
      ctx.db,
      sql`select entry.id, (${sql.raw(record)})::text as line from handreiking.${sql.identifier(entity)} as entry
        where entry.id > ${after}::uuid and ${sql.raw(which)} order by entry.id limit ${sql.raw(String(batch))}`,
    );
    for (const { line } of page) yield `${line}\n`;
    const last = page.at(-1);
    if (!last || page.length < batch) return;
    after = last.id;
  }
}
