import { sql } from "drizzle-orm";
import type { Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import { type Findings, type Place, placeOf } from "./report.ts";

const reason =
  "would go to an organization that another participant answers for, and handoffs with it: it stays where it is. Two persons move it, with PUT /v1/services/{serviceId}/organization";

/** Leaves services where they are that a file gives to an organization of another participant, and says so. */
export async function refuseRerouted(tx: Database, findings: Findings): Promise<void> {
  const answering = (organization: string) => sql`(select participant_id
    from handreiking.organization_participant as link where link.organization_id = ${sql.raw(organization)})`;
  const kept = await rows<Place>(
    tx,
    sql`update pg_temp.staged set record = jsonb_set(record, '{organization_id}', to_jsonb(known.organization_id))
      from handreiking.service as known
      where staged.entity = 'service' and known.id = staged.id
        and (record ->> 'organization_id')::uuid <> known.organization_id
        and ${answering("known.organization_id")} is distinct from ${answering("(staged.record ->> 'organization_id')::uuid")}
        and exists (select from handreiking.participant where operator and two_persons)
      returning "row", file`,
  );
  for (const place of kept)
    findings.add({
      ...placeOf(place),
      entity: "service",
      field: "organization_id",
      valueClass: "text",
      kind: "refusal",
      reason,
    });
}
