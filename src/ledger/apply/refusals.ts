import { sql } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import type { Again } from "../../handoff/index.ts";
import { rows } from "../../platform/db.ts";

/** That a caller refused a recipient binds again, however they said so. `subjectId`: the case. */
export const refuseAgain: Again = async (tx, ctx, { subjectId, otherId, codes, at }) => {
  const moment = sql`${at.toISOString()}::timestamptz`;
  const refused = await rows(
    tx,
    sql`insert into handreiking.refusal (id, participant_id, case_id, recipient_id, at, source)
      select ${ctx.newId()}::uuid, participant_id, id, ${otherId}::uuid, ${moment}, ${codes[0] ?? "asked"}::text
      from handreiking."case" where id = ${subjectId}::uuid and not exists (select from handreiking.refusal
        where refusal.case_id = ${subjectId}::uuid and refusal.recipient_id = ${otherId}::uuid
          and refusal.at >= ${moment})
      returning id`,
  );
  if (refused.length === 0) return false;
  await record(tx, ctx, { action: "consent.refused", subjectId, caseId: subjectId });
  return true;
};
