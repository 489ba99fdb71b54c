import { and, asc, eq, isNull, lte, sql } from "drizzle-orm";
import { asJob } from "../../permissions.ts";
import type { Context, Platform } from "../../platform/context.ts";
import { rows, transact } from "../../platform/database/transact.ts";
import { runSafely } from "../../platform/run-safely.ts";
import { obligations } from "../obligations/schema.ts";
import { overrides, referrals } from "../schema.ts";
import { chaseObligation } from "./chase-obligation.ts";
import { endUndecidedOverride, undecidedAt } from "./end-undecided-override.ts";
import { wakeReferral } from "./wake-referral.ts";

/** What one tick does for one participant at most; what is left waits for the next. */
const most = 500;

/**
 * Does what has come due: urges, lapses, ends what rests on a basis that has run out, chases what is owed.
 * Any number of instances may tick at once: each row is claimed by one of them.
 */
export async function tick(platform: Platform): Promise<void> {
  await runSafely(platform, "tellUntold", async () => {
    await platform.db.execute(sql`select handreiking.tell_untold()`);
  });
  const found = await rows<{ participantId: string }>(
    platform.db,
    sql`select participant_id as "participantId"
      from handreiking.participants_to_wake(${platform.now().toISOString()}::timestamptz)`,
  );
  // The clock acts for the sender, whose referrals and callers it sees to.
  for (const { participantId } of found)
    await runSafely(platform, "tick", () => tickFor(platform, asJob(platform, participantId)));
}

/** One row that cannot be dealt with must not keep the clock from the others. */
async function tickFor(platform: Platform, ctx: Context): Promise<void> {
  const due = await listDue(ctx);
  for (const id of due.referrals) await runSafely(platform, "wakeReferral", () => wakeReferral(ctx, id));
  for (const id of due.overrides)
    await runSafely(platform, "endUndecidedOverride", () => endUndecidedOverride(ctx, id));
  for (const id of due.obligations)
    await runSafely(platform, "chaseObligation", () => chaseObligation(ctx, id));
}

interface Due {
  referrals: string[];
  obligations: string[];
  overrides: string[];
}

function listDue(ctx: Context): Promise<Due> {
  const now = ctx.now();
  const { participantId } = ctx.actor;
  return transact(ctx, async (tx) => {
    const [waking, owed, unreviewed] = await Promise.all([
      tx
        .select({ id: referrals.id })
        .from(referrals)
        .where(and(eq(referrals.senderId, participantId), lte(referrals.wakeAt, now)))
        .orderBy(asc(referrals.wakeAt), asc(referrals.id))
        .limit(most),
      tx
        .select({ id: obligations.referralId })
        .from(obligations)
        .where(
          and(
            eq(obligations.senderId, participantId),
            lte(obligations.dueAt, now),
            isNull(obligations.endedAt),
          ),
        )
        .orderBy(asc(obligations.dueAt), asc(obligations.referralId))
        .limit(most),
      tx
        .select({ id: overrides.id })
        .from(overrides)
        .where(and(eq(overrides.participantId, participantId), undecidedAt(now)))
        .orderBy(asc(overrides.standsUntil), asc(overrides.id))
        .limit(most),
    ]);
    const idsOf = (found: { id: string }[]) => found.map(({ id }) => id);
    return { referrals: idsOf(waking), obligations: idsOf(owed), overrides: idsOf(unreviewed) };
  });
}
