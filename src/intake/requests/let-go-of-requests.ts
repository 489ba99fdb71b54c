import { sql } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { asJob } from "../../permissions.ts";
import { calendarLater } from "../../platform/calendar.ts";
import type { Context, Database, Platform } from "../../platform/context.ts";
import { rows, transact } from "../../platform/database/transact.ts";
import { runSafely } from "../../platform/run-safely.ts";
import { callbackRequests, type RequestRow } from "../schema.ts";
import { endRow, letGo } from "./store.ts";

const batch = 50;

/** How long what was told is kept where the helpline agreed on nothing else. */
const usualDays = 90;

/**
 * Destroys what was told in requests that ended so long ago, and ends those that stood open all that time. Any number
 * of instances may run it at once.
 */
export async function letGoOfRequests(platform: Platform): Promise<void> {
  const helplines = await rows<{ participantId: string; days: number }>(
    platform.db,
    sql`select participant.id as "participantId",
        coalesce(partnership.case_retention_days, ${usualDays}::integer) as days
      from handreiking.participant
        left join handreiking.partnership on partnership.participant_id = participant.id`,
  );
  for (const { participantId, days } of helplines) {
    const ctx = asJob(platform, participantId);
    const until = calendarLater(ctx.now(), { days: -days });
    await runSafely(platform, "letGoOfRequests", async () => {
      for (let some = batch; some === batch; )
        some = await transact(ctx, (tx) => letGoOfSome(tx, ctx, until));
    });
  }
}

async function letGoOfSome(tx: Database, ctx: Context, until: Date): Promise<number> {
  const old = await claimOld(tx, ctx, until);
  const at = ctx.now();
  for (const row of old) {
    if (row.state === "ended") await letGo(tx, row, at);
    else await endRow(tx, ctx, row, { reason: "kept-long-enough", at, letGo: true });
    await record(tx, ctx, { action: "callback-request.forgotten", subjectId: row.id, at });
  }
  return old.length;
}

function claimOld(tx: Database, ctx: Context, until: Date): Promise<RequestRow[]> {
  const before = sql`${until.toISOString()}::timestamptz`;
  const now = sql`${ctx.now().toISOString()}::timestamptz`;
  return tx
    .select()
    .from(callbackRequests)
    .where(
      sql`${callbackRequests.participantId} = ${ctx.actor.participantId}::uuid
        and ${callbackRequests.letGoAt} is null and ${callbackRequests.receivedAt} < ${before}
        and coalesce(${callbackRequests.endedAt} < ${before}, not exists (
          select from handreiking.appointment as planned where planned.request_id = ${callbackRequests.id}
            and planned.state = 'planned' and planned.ends_at > ${now}))`,
    )
    .orderBy(callbackRequests.id)
    .limit(batch)
    .for("update", { skipLocked: true });
}
