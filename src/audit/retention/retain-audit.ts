import { and, desc, eq, gt, isNotNull, lt, sql } from "drizzle-orm";
import { asJob } from "../../permissions.ts";
import { calendarLater } from "../../platform/calendar.ts";
import type { Context, Database, Platform } from "../../platform/context.ts";
import { rows, transact } from "../../platform/database/transact.ts";
import { runSafely } from "../../platform/run-safely.ts";
import { readCheckpoint } from "../checkpoints/checkpoint.ts";
import { standAt } from "../checkpoints/store.ts";
import { record } from "../record.ts";
import { type AuditCheckpointRow, auditCheckpoints, auditEvents } from "../schema.ts";

/** After how many days a segment of a chain is closed with a checkpoint, if anything was added. */
const segmentDays = 30;

/**
 * Closes each chain's segment of the past month with a checkpoint, and lets go of the segments that are older than its
 * participant agreed. Any number of instances may run it at once.
 */
export async function retainAudit(platform: Platform): Promise<void> {
  const chains = await rows<{ participantId: string; years: number }>(
    platform.db,
    sql`select participant.id as "participantId", coalesce(partnership.audit_years, 5) as years
      from handreiking.participant
        left join handreiking.partnership on partnership.participant_id = participant.id`,
  );
  for (const { participantId, years } of chains) {
    const ctx = asJob(platform, participantId);
    await runSafely(platform, "closeSegment", () => transact(ctx, (tx) => closeSegment(tx, ctx)));
    await runSafely(platform, "removeSegment", () => transact(ctx, (tx) => removeSegment(tx, ctx, years)));
  }
}

async function closeSegment(tx: Database, ctx: Context): Promise<void> {
  const { participantId } = ctx.actor;
  const [last] = await tx
    .select({ seq: auditCheckpoints.seq, at: auditCheckpoints.at })
    .from(auditCheckpoints)
    .where(eq(auditCheckpoints.participantId, participantId))
    .orderBy(desc(auditCheckpoints.seq))
    .limit(1);
  const before = calendarLater(ctx.now(), { days: -segmentDays });
  if (last && last.at > before) return;
  const [older] = await tx
    .select({ id: auditEvents.id })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.participantId, participantId),
        isNotNull(auditEvents.seq),
        last ? gt(auditEvents.seq, last.seq) : lt(auditEvents.at, before),
      ),
    )
    .limit(1);
  if (older) await standAt(tx, ctx);
}

async function removeSegment(tx: Database, ctx: Context, years: number): Promise<void> {
  const now = ctx.now();
  // A day more: the database counts the years by its own zone, and refuses what is younger.
  const checkpoint = await findRemovable(tx, ctx, calendarLater(now, { years: -years, days: -1 }));
  if (!checkpoint) return;
  // What no key of ours signed covers nothing.
  const signed = await readCheckpoint(ctx.signing, checkpoint.statement);
  if (signed?.id !== checkpoint.id || signed.seq !== checkpoint.seq) return;
  await tx.execute(
    sql`select handreiking.remove_audit_segment(${checkpoint.id}::uuid, ${now.toISOString()}::timestamptz)`,
  );
  await record(tx, ctx, { action: "audit-segment.removed", subjectId: checkpoint.id, at: now });
}

/** The latest checkpoint that covers nothing younger than `until`, and something that is still there. */
async function findRemovable(
  tx: Database,
  ctx: Context,
  until: Date,
): Promise<AuditCheckpointRow | undefined> {
  const { participantId } = ctx.actor;
  const [found] = await tx
    .select()
    .from(auditCheckpoints)
    .where(
      and(
        eq(auditCheckpoints.participantId, participantId),
        lt(auditCheckpoints.latestAt, until),
        sql`exists (select from handreiking.audit_event as entry
          where entry.participant_id = ${participantId} and entry.seq = ${auditCheckpoints.seq})`,
      ),
    )
    .orderBy(desc(auditCheckpoints.seq))
    .limit(1);
  return found;
}
