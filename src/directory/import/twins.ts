import { sql } from "drizzle-orm";
import type { Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import { type EntityName, entities, entityNames, linkColumns } from "./entities/index.ts";
import { type Findings, placeOf } from "./report.ts";

/** What the directory holds once only, whatever its id. */
const keys: readonly (readonly [EntityName, Readonly<Record<string, "text" | "uuid">>])[] = [
  ["taxonomy", { name: "text" }],
  ["taxonomy_term", { taxonomy_id: "uuid", code: "text" }],
  ["service_at_location", { service_id: "uuid", location_id: "uuid" }],
  ["attribute", { link_id: "uuid", taxonomy_term_id: "uuid", link_type: "text", value: "text" }],
];

interface Twin {
  id: string;
  row: number;
  file: string | null;
  kept: string;
}

/** Merges records that are one under two ids, in the file or with the directory's own; what names them follows. */
export async function mergeTwins(tx: Database, findings: Findings): Promise<void> {
  for (const [entity, key] of keys) {
    const twins = await rows<Twin>(tx, twinsOf(entity, key));
    if (twins.length === 0) continue;
    const told = sql`jsonb_to_recordset(${JSON.stringify(twins)}::text::jsonb) as twin (id uuid, kept uuid)`;
    await tx.execute(sql`delete from pg_temp.staged using ${told}
      where staged.entity = ${entity} and staged.id = twin.id`);
    await renameIn(tx, entity, told);
    const field = Object.keys(key).at(-1) ?? "id";
    const reason = "is there already under another id: merged";
    for (const twin of twins)
      findings.add({ ...placeOf(twin), entity, field, valueClass: "text", kind: "repair", reason });
  }
}

function twinsOf(entity: EntityName, key: Readonly<Record<string, "text" | "uuid">>) {
  const columns = Object.entries(key);
  const staged = sql.raw(columns.map(([name, type]) => `(staged.record ->> '${name}')::${type}`).join(", "));
  const first = sql.raw(
    `(staged.record ->> '${columns[0]?.[0]}')::${columns[0]?.[1]} = known.${columns[0]?.[0]}`,
  );
  const known = sql.raw(columns.map(([name]) => `known.${name}`).join(", "));
  const isNamed = sql.raw(entity === "taxonomy_term" ? "and staged.record ? 'code'" : "");
  return sql`select id, "row", file, kept from (
      select staged.id, staged."row", staged.file,
        coalesce(known.id, first_value(staged.id) over (partition by ${staged} order by staged."row", staged.id)) as kept
      from pg_temp.staged left join handreiking.${sql.identifier(entity)} as known
        on ${first} and (${staged}) is not distinct from (${known})
      where staged.entity = ${entity} ${isNamed}) as keyed
    where kept <> id`;
}

async function renameIn(tx: Database, twinned: EntityName, told: ReturnType<typeof sql>): Promise<void> {
  for (const entity of entityNames) {
    for (const [column, { to }] of Object.entries(entities[entity].references))
      if (to === twinned)
        await tx.execute(sql`update pg_temp.staged
          set record = record || jsonb_build_object(${column}::text, twin.kept) from ${told}
          where entity = ${entity} and record ->> ${column} = twin.id::text`);
  }
  for (const entity of ["attribute", "metadata"] as const) {
    const link = linkColumns[entity];
    await tx.execute(sql`update pg_temp.staged
      set record = record || jsonb_build_object(${link.id}::text, twin.kept) from ${told}
      where entity = ${entity} and record ->> ${link.entity} = ${twinned} and record ->> ${link.id} = twin.id::text`);
  }
}
