import { sql } from "drizzle-orm";
import type { Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import { rebuildSearch } from "../search/search-index.ts";
import { type EntityName, entities, entityNames, linkColumns } from "./entities/index.ts";

/** Brings the staged rows into the directory, one statement a table, and answers how many were new or differed. */
export async function mergeStaged(tx: Database, at: Date): Promise<number> {
  for (const entity of entityNames) await tx.execute(mergeOf(entity, at));
  const [touched] = await rows<{ count: number }>(
    tx,
    sql`select count(*)::integer as count from pg_temp.touched`,
  );
  return touched?.count ?? 0;
}

/** Every column of the table but `id`, with what is written there. */
export function columnsOf(entity: EntityName): Record<string, string> {
  const { fields, references, own } = entities[entity];
  const link = entity === "attribute" || entity === "metadata" ? [linkColumns[entity].id] : [];
  const columns = [...link, ...Object.keys(references)].map((name) => [name, `given.${name}`]);
  for (const [name, { kept, orElse }] of Object.entries(fields)) {
    const otherwise = orElse === "id" ? ["staged.id::text"] : orElse ? [`given.${orElse}`] : [];
    const stays = kept || orElse ? [`known.${name}`] : [];
    columns.push([name, `coalesce(${[`given.${name}`, ...stays, ...otherwise].join(", ")})`]);
  }
  for (const { column, standard } of Object.values(own)) {
    const named = `case when staged.record ? '${column}' then given.${column} else known.${column} end`;
    columns.push([column, standard ? `coalesce(given.${column}, known.${column}, ${standard})` : named]);
  }
  return Object.fromEntries(columns);
}

function mergeOf(entity: EntityName, at: Date) {
  const table = sql`handreiking.${sql.identifier(entity)}`;
  const { last_modified, ...columns } = columnsOf(entity);
  const names = Object.keys(columns);
  const list = (of: string[], prefix = "") => sql.raw(of.map((name) => `${prefix}${name}`).join(", "));
  const now = sql`${at.toISOString()}::timestamptz`;
  // A file that tells no time of the last change leaves it, unless something else changed.
  const laterTold = sql`or (known.last_modified <> excluded.last_modified and excluded.last_modified <> ${now})`;
  const all = last_modified ? [...names, "last_modified"] : names;
  return sql`with written as (
      insert into ${table} as known (id, ${list(all)})
      select staged.id, ${sql.raw(Object.values(columns).join(", "))}
        ${last_modified ? sql`, coalesce(given.last_modified, ${now})` : sql``}
      from pg_temp.staged cross join lateral jsonb_populate_record(null::${table}, staged.record) as given
        left join ${table} as known on known.id = staged.id
      where staged.entity = ${entity}
      on conflict (id) do update set ${sql.raw(all.map((name) => `${name} = excluded.${name}`).join(", "))}
      where (${list(names, "known.")}) is distinct from (${list(names, "excluded.")})
        ${last_modified ? laterTold : sql``}
      returning id)
    insert into pg_temp.touched select ${entity}::text, id from written`;
}

const batch = 2_000;

/** Builds anew what search reads of the services that the import touched, or whose organization or topics it did. */
export async function searchTouched(tx: Database): Promise<void> {
  const services = await rows<{ id: string }>(
    tx,
    sql`select id from pg_temp.touched where entity = 'service'
      union select service.id from handreiking.service
        join pg_temp.touched on entity = 'organization' and touched.id = organization_id
      union select link_id from handreiking.attribute
        join pg_temp.touched on entity = 'attribute' and touched.id = attribute.id
        where link_entity = 'service'
      union select link_id from handreiking.attribute
        join pg_temp.touched on entity = 'taxonomy_term' and touched.id = taxonomy_term_id
        where link_entity = 'service'`,
  );
  for (let from = 0; from < services.length; from += batch)
    await rebuildSearch(
      tx,
      services.slice(from, from + batch).map(({ id }) => id),
    );
}
