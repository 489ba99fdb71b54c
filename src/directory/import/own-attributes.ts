import { sql } from "drizzle-orm";
import type { Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import { type EntityName, entities, entityNames } from "./entities/index.ts";
import { ownValues } from "./own-values.ts";
import { type Findings, type Place, placeOf } from "./report.ts";

/** Brings attributes that stand by themselves, as in a table, and hold columns of ours to the records they are of. */
export async function settleOwn(tx: Database, findings: Findings): Promise<void> {
  const flat = await rows<{ entity: EntityName }>(
    tx,
    sql`select distinct record ->> 'link_entity' as entity from pg_temp.staged
      where entity = 'attribute' and record ->> 'label' like 'handreiking:%'`,
  );
  for (const entity of entityNames) {
    if (!flat.some((one) => one.entity === entity)) continue;
    const reason = "says of a record what only the file that has the record can";
    for (const lost of await settle(tx, entity))
      findings.add({
        ...placeOf(lost),
        entity: "attribute",
        field: "link_id",
        valueClass: "text",
        kind: "refusal",
        reason,
      });
  }
}

/** Answers those whose record is not in the file. */
const settle = (tx: Database, entity: EntityName) => {
  const own = Object.entries(entities[entity].own).map(([label, { column, many = false }]) => ({
    label,
    column,
    many,
  }));
  // A record of which anything is told is empty in all that is not.
  const { columns: empty } = ownValues(entity, [{}]);
  return rows<Place>(
    tx,
    sql`with own as (
        select * from jsonb_to_recordset(${JSON.stringify(own)}::text::jsonb)
          as own (label text, "column" text, many boolean)),
      taken as (
        delete from pg_temp.staged using own
        where entity = 'attribute' and record ->> 'link_entity' = ${entity} and record ->> 'label' = own.label
        returning (record ->> 'link_id')::uuid as of_id, own."column", own.many, record ->> 'value' as value,
          "row", file),
      once as (select of_id, "column", many, value, min("row") as place from taken group by 1, 2, 3, 4),
      told as (
        select of_id, "column", case when many then jsonb_agg(value order by place)
          else to_jsonb((array_agg(value order by place desc))[1]) end as value
        from once group by of_id, "column", many),
      said as (select of_id, jsonb_object_agg("column", value) as record from told group by of_id),
      given as (
        update pg_temp.staged set record = staged.record || ${JSON.stringify(empty)}::text::jsonb || said.record
        from said where staged.entity = ${entity} and staged.id = of_id returning of_id)
      select "row", file from taken where of_id not in (select of_id from given) order by "row"`,
  );
};
