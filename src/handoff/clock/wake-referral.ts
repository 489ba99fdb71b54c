import { and, eq, lte } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { enqueue } from "../../deliveries/index.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { beatOf, toldAt } from "../referrals/apart.ts";
import {
  type Deadline,
  deadlineOf,
  lapseGivenBack,
  type UrgingStage,
  urging,
  wakeAt,
} from "../referrals/deadlines.ts";
import { moveReferral } from "../referrals/move-referral.ts";
import { isLive, stateAt } from "../referrals/referral.ts";
import { countedFrom, isSuspended, type Suspension, standing } from "../referrals/standstill.ts";
import { listSuspensions } from "../referrals/suspensions.ts";
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
  const endsAt = toldAt(referral, now);
  // A basis that has run out.
  if (isLive(referral.state) && stateAt(referral, now) === "withdrawn")
    return void (await moveReferral(tx, ctx, referral, "withdraw", endsAt));
  const suspensions = await listSuspensions(tx, referral.recipientId);
  if (countedFrom(referral) && isSuspended(suspensions)) return standStill(tx, referral, now);
  const deadline = deadlineNow(referral, suspensions, now);
  const step = urging({ ...deadline, stage: referral.stage }, now);
  if (step.kind === "lapse") {
    // A draft that nobody finished is discarded; and a basis may run out by the time that is told.
    const lapses = referral.state !== "draft" && isLive(stateAt(referral, endsAt));
    return void (await moveReferral(tx, ctx, referral, lapses ? "lapse" : "withdraw", endsAt));
  }
  const stage = step.kind === "tell" ? step.stage : referral.stage;
  await keep(tx, referral, {
    stage,
    lapseAt: deadline.lapseAt,
    wakeAt: wakeAt({ ...deadline, stage }, referral.basisExpiresAt),
  });
  const due = step.kind === "tell" && step.stage === "nudged" ? deadline.nudgeAt : null;
  if (step.kind === "tell") await tell(tx, ctx, referral, step.stage, due ? beatOf(due, now) : now);
}

/** What is to be done by when, with the time given back in which its recipient, or the clock, was away. */
function deadlineNow(referral: ReferralRow, suspensions: readonly Suspension[], now: Date): Deadline {
  const { lapseAt: kept, wakeAt: awaited } = referral;
  const agreed = { ...referral, lapseAt: deadlineOf(referral, referral.movedAt).lapseAt };
  const stands = standing(agreed, referral, suspensions);
  // What was given once is not taken away.
  const lapseAt = stands.lapseAt && kept && stands.lapseAt > kept ? stands.lapseAt : kept;
  return { ...stands, lapseAt: lapseAt && awaited && lapseGivenBack(lapseAt, awaited, now) };
}

const hour = 3_600_000;

/** Nothing is due of whoever is suspended: the clock looks again in an hour, and when the basis runs out. */
function standStill(tx: Database, referral: ReferralRow, now: Date): Promise<void> {
  const again = new Date(now.getTime() + hour);
  const { basisExpiresAt: until, lapseAt, stage } = referral;
  const looks = until && until < again ? until : again;
  return keep(tx, referral, { stage, lapseAt: lapseAt && lapseAt < again ? again : lapseAt, wakeAt: looks });
}

async function keep(
  tx: Database,
  { id }: ReferralRow,
  kept: Pick<ReferralRow, "stage" | "lapseAt" | "wakeAt">,
): Promise<void> {
  await tx.update(referrals).set(kept).where(eq(referrals.id, id));
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
