import { and, eq, lte } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { enqueue } from "../../deliveries/index.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/db.ts";
import { lapseGivenBack, type UrgingStage, urging, wakeAt } from "../deadlines.ts";
import { moveReferral } from "../move-referral.ts";
import { isLive, stateAt } from "../referral.ts";
import { type ReferralRow, referrals } from "../schema.ts";

/** Does with one referral what has come due, unless another instance is at it. */
export function wakeReferral(ctx: Context, referralId: string): Promise<void> {
  return transact(ctx, async (tx) => {
    const [referral] = await tx
      .select()
      .from(referrals)
      .where(and(eq(referrals.id, referralId), lte(referrals.wakeAt, ctx.now())))
      .for("update", { skipLocked: true });
    if (referral) await wake(tx, ctx, referral);
  });
}

async function wake(tx: Database, ctx: Context, referral: ReferralRow): Promise<void> {
  const now = ctx.now();
  // A basis that has run out.
  if (isLive(referral.state) && stateAt(referral, now) === "withdrawn")
    return void (await moveReferral(tx, ctx, referral, "withdraw", now));
  const { lapseAt: agreed, wakeAt: awaited } = referral;
  const lapseAt = agreed && awaited && lapseGivenBack(agreed, awaited, now);
  const step = urging({ ...referral, lapseAt }, now);
  if (step.kind === "lapse")
    // A draft that nobody finished is discarded.
    return void (await moveReferral(
      tx,
      ctx,
      referral,
      referral.state === "draft" ? "withdraw" : "lapse",
      now,
    ));
  const stage = step.kind === "tell" ? step.stage : referral.stage;
  await tx
    .update(referrals)
    .set({ stage, lapseAt, wakeAt: wakeAt({ ...referral, stage, lapseAt }, referral.basisExpiresAt) })
    .where(eq(referrals.id, referral.id));
  if (step.kind === "tell") await tell(tx, ctx, referral, step.stage, now);
}

/** Says to whom it concerns that a deadline draws near or has passed: at half-time the recipient, then the sender. */
async function tell(
  tx: Database,
  ctx: Context,
  referral: ReferralRow,
  stage: Exclude<UrgingStage, "running">,
  at: Date,
): Promise<void> {
  const type = `referral.${stage}` as const;
  await record(tx, ctx, { action: type, subjectId: referral.id, caseId: referral.caseId, at });
  const only = stage === "nudged" ? "recipient" : "sender";
  await enqueue(tx, ctx, { type, subjectId: referral.id, referral, only, at });
}
