import { eq, sql } from "drizzle-orm";
import { caseOf, record } from "../../audit/index.ts";
import { cases } from "../../cases/index.ts";
import { listRetentions } from "../../identity/index.ts";
import { asJob } from "../../permissions.ts";
import { calendarLater } from "../../platform/calendar.ts";
import type { Context, Database, Platform } from "../../platform/context.ts";
import { rows, transact } from "../../platform/database/transact.ts";
import { runSafely } from "../../platform/run-safely.ts";
import { removeCase } from "./remove-case.ts";

const batch = 50;

/**
 * Lets go of what each participant agreed to keep so long and no longer: its closed cases, and from its sight what it
 * received and what has ended. Any number of instances may run it at once.
 */
export async function retain(platform: Platform): Promise<void> {
  for (const { participantId, caseRetentionDays, retentionDays } of await listRetentions(platform.db)) {
    const ctx = asJob(platform, participantId);
    // What fails for one participant, or of one kind, must not keep the rest.
    if (caseRetentionDays)
      await runSafely(platform, "eraseClosedCases", () =>
        untilNoneIsLeft(ctx, caseRetentionDays, eraseClosedCases),
      );
    if (retentionDays)
      await runSafely(platform, "forgetReceived", () => untilNoneIsLeft(ctx, retentionDays, forgetReceived));
  }
}

type Step = (tx: Database, ctx: Context, until: Date) => Promise<number>;

async function untilNoneIsLeft(ctx: Context, days: number, step: Step): Promise<void> {
  const until = calendarLater(ctx.now(), { days: -days });
  for (let some = batch; some === batch; ) some = await transact(ctx, (tx) => step(tx, ctx, until));
}

async function eraseClosedCases(tx: Database, ctx: Context, until: Date): Promise<number> {
  const before = sql`${until.toISOString()}::timestamptz`;
  const now = sql`${ctx.now().toISOString()}::timestamptz`;
  const closed = await tx
    .select({ caseId: cases.id })
    .from(cases)
    .where(
      sql`${eq(cases.participantId, ctx.actor.participantId)} and ${cases.openedAt} < ${before}
        and not exists (select from handreiking.help_question as question
          where question.case_id = ${cases.id} and (question.ended_at is null or question.ended_at >= ${before}))
        and not exists (select from handreiking.case_note as note
          where note.case_id = ${cases.id} and note.written_at >= ${before})
        and not handreiking.case_goes_on(${cases.id}, ${before})
        and not exists (select from handreiking.consent
          where consent.case_id = ${cases.id} and consent.live and consent.expires_at > ${now})
        and not exists (select from handreiking.override
          where override.case_id = ${cases.id} and override.ended_at is null and override.expires_at > ${now})
        and not exists (select from handreiking.referral as handoff
          left join handreiking.obligation on obligation.referral_id = handoff.id and obligation.ended_at is null
          where handoff.case_id = ${cases.id} and (not handoff.ended or obligation.referral_id is not null))`,
    )
    .orderBy(cases.id)
    .limit(batch)
    .for("update", { skipLocked: true });
  for (const { caseId } of closed) await removeCase(tx, ctx, { caseId, reason: "retention" });
  return closed.length;
}

async function forgetReceived(tx: Database, ctx: Context, until: Date): Promise<number> {
  const now = ctx.now();
  const forgotten = await rows<{ id: string; senderId: string }>(
    tx,
    sql`select id, sender_id as "senderId" from handreiking.forget_received(
      ${until.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz, ${batch}::integer)`,
  );
  for (const { id, senderId } of forgotten)
    await record(tx, ctx, {
      action: "received.forgotten",
      subjectId: id,
      subjectParticipantId: senderId,
      caseId: await caseOf(tx, id),
      at: now,
    });
  return forgotten.length;
}
