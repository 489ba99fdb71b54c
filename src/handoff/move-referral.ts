import { eq } from "drizzle-orm";
import { record } from "../audit/index.ts";
import { enqueue } from "../deliveries/index.ts";
import type { Context, Database } from "../platform/context.ts";
import { fail } from "../platform/problem.ts";
import { referralNotOpen } from "./problems.ts";
import { after, hasEnded, type ReferralMove, stateAt } from "./referral.ts";
import { type ReferralRow, referrals } from "./schema.ts";

type Changes = Partial<
  Pick<
    ReferralRow,
    | "consentId"
    | "basisExpiresAt"
    | "offeredAt"
    | "acknowledgedAt"
    | "acknowledgedByFunction"
    | "acknowledgedByName"
    | "acceptedAt"
    | "acceptedByName"
    | "acceptedByContact"
    | "declineReason"
    | "betterServiceId"
    | "dueAt"
    | "answerDueAt"
  >
>;

/**
 * Makes a move of a locked referral at `movedAt`, a time taken since it was locked: state, deadline, audit entry and
 * the parties' events together, or nothing.
 */
export async function moveReferral(
  tx: Database,
  ctx: Context,
  referral: ReferralRow,
  move: ReferralMove,
  movedAt: Date,
  changes: Changes = {},
): Promise<ReferralRow> {
  // A withdrawal asks for nothing, not even for a basis that has not run out.
  const from = move === "withdraw" ? referral.state : stateAt(referral, movedAt);
  const state = after(move, from) ?? fail(referralNotOpen);
  const moved = {
    ...changes,
    state,
    movedAt,
    moveId: ctx.newId(),
    ...(hasEnded(state) && { endedAt: movedAt, dueAt: null }),
  };
  const row = { ...referral, ...moved };
  const told = `referral.${state}`;
  // Together, so that they cost one round trip.
  await Promise.all([
    tx.update(referrals).set(moved).where(eq(referrals.id, referral.id)),
    record(tx, ctx, {
      id: moved.moveId,
      action: told,
      subjectId: row.id,
      subjectParticipantId: row.senderId,
      at: movedAt,
    }),
    enqueue(tx, ctx, { type: told, subjectId: row.id, moveId: moved.moveId, at: movedAt, referral: row }),
  ]);
  return row;
}
