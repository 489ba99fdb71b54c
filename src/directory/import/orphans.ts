import { sql } from "drizzle-orm";
import type { Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import { type EntityName, entities, entityNames, linkColumns } from "./entities/index.ts";
import { type Findings, type Place, placeOf } from "./report.ts";

/** Takes out what refers to a record that neither the file nor the directory has, and what hangs on that. */
export async function refuseOrphans(tx: Database, findings: Findings): Promise<void> {
  const present = await rows<{ entity: EntityName }>(tx, sql`select distinct entity from pg_temp.staged`);
  for (const entity of entityNames) {
    if (!present.some((one) => one.entity === entity)) continue;
    for (const [column, { to, loose }] of Object.entries(entities[entity].references))
      if (!loose) tellAll(findings, entity, column, await takeOut(tx, entity, column, to));
    if (entity === "attribute" || entity === "metadata") await refuseUnlinked(tx, entity, findings);
  }
}

async function refuseUnlinked(tx: Database, entity: "attribute" | "metadata", findings: Findings) {
  const link = linkColumns[entity];
  const linked = await rows<{ to: EntityName }>(
    tx,
    sql`select distinct record ->> ${link.entity} as to from pg_temp.staged where entity = ${entity}`,
  );
  for (const { to } of linked) {
    const ofIt = sql`and record ->> ${link.entity} = ${to}`;
    tellAll(findings, entity, link.id, await takeOut(tx, entity, link.id, to, ofIt));
  }
}

const takeOut = (tx: Database, entity: EntityName, column: string, to: EntityName, also = sql``) =>
  rows<Place>(
    tx,
    sql`delete from pg_temp.staged where entity = ${entity} and record -> ${column} is not null ${also}
      and not exists (select from pg_temp.staged as other
        where other.entity = ${to} and other.id = (staged.record ->> ${column})::uuid)
      and not exists (select from handreiking.${sql.identifier(to)} as known
        where known.id = (staged.record ->> ${column})::uuid)
      returning "row", file`,
  );

function tellAll(findings: Findings, entity: EntityName, field: string, orphans: readonly Place[]) {
  const reason = "names a record that neither the file nor the directory has";
  for (const orphan of orphans)
    findings.add({ ...placeOf(orphan), entity, field, valueClass: "text", kind: "refusal", reason });
}
