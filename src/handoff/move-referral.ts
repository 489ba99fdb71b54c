import { eq } from "drizzle-orm";
import { record } from "../audit/index.ts";
import { enqueue } from "../deliveries/index.ts";
import type { Context, Database } from "../platform/context.ts";
import { fail } from "../platform/problem.ts";
import { deadlineOf, wakeAt } from "./deadlines.ts";
import { referralNotOpen } from "./problems.ts";
import {
  after,
  done,
  hasEnded,
  type ReferralMove,
  type ReferralTurn,
  type Step,
  stateAt,
} from "./referral.ts";
import { type ReferralRow, referrals } from "./schema.ts";

type Changes = Partial<
  Pick<
    ReferralRow,
    | "consentId"
    | "overrideId"
    | "basisExpiresAt"
    | "offeredAt"
    | "terms"
    | "acknowledgedAt"
    | "acknowledgedByFunction"
    | "acknowledgedByName"
    | "acceptedAt"
    | "acceptedByName"
    | "acceptedByContact"
    | "declineReason"
    | "betterServiceId"
    | "proposedTimes"
    | "scheduledAt"
    | "introductionAt"
    | "introductionChannel"
    | "missedTimes"
    | "missedAt"
    | "disclosedCategories"
    | "fetchedAt"
    | "connectedAt"
    | "outcome"
    | "outcomeBy"
    | "heldUntil"
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
  const endedAt = hasEnded(state) ? movedAt : null;
  return write(tx, ctx, { ...referral, ...changes, state, endedAt }, state as Step, movedAt);
}

/** Takes a turn within the state of a locked referral, as a move is made. */
export async function turnReferral(
  tx: Database,
  ctx: Context,
  referral: ReferralRow,
  turn: ReferralTurn,
  movedAt: Date,
  changes: Changes = {},
): Promise<ReferralRow> {
  const step = done(turn, stateAt(referral, movedAt)) ?? fail(referralNotOpen);
  return write(tx, ctx, { ...referral, ...changes }, step, movedAt);
}

async function write(
  tx: Database,
  ctx: Context,
  stands: ReferralRow,
  lastStep: Step,
  movedAt: Date,
): Promise<ReferralRow> {
  const deadline = { ...deadlineOf(stands, movedAt), stage: "running" as const };
  const row: ReferralRow = {
    ...stands,
    ...deadline,
    wakeAt: hasEnded(stands.state) ? null : wakeAt(deadline, stands.basisExpiresAt),
    lastStep,
    moveId: ctx.newId(),
    movedAt,
  };
  const told = `referral.${lastStep}`;
  // Together, so that they cost one round trip.
  await Promise.all([
    tx.update(referrals).set(changed(row)).where(eq(referrals.id, row.id)),
    record(tx, ctx, {
      id: row.moveId,
      action: told,
      subjectId: row.id,
      subjectParticipantId: row.senderId,
      at: movedAt,
    }),
    enqueue(tx, ctx, { type: told, subjectId: row.id, moveId: row.moveId, at: movedAt, referral: row }),
  ]);
  return row;
}

/** What a step may change: never what the referral is about. */
const changed = (row: ReferralRow) => ({
  state: row.state,
  lastStep: row.lastStep,
  moveId: row.moveId,
  movedAt: row.movedAt,
  consentId: row.consentId,
  overrideId: row.overrideId,
  basisExpiresAt: row.basisExpiresAt,
  offeredAt: row.offeredAt,
  terms: row.terms,
  acknowledgedAt: row.acknowledgedAt,
  acknowledgedByFunction: row.acknowledgedByFunction,
  acknowledgedByName: row.acknowledgedByName,
  acceptedAt: row.acceptedAt,
  acceptedByName: row.acceptedByName,
  acceptedByContact: row.acceptedByContact,
  declineReason: row.declineReason,
  betterServiceId: row.betterServiceId,
  proposedTimes: row.proposedTimes,
  scheduledAt: row.scheduledAt,
  introductionAt: row.introductionAt,
  introductionChannel: row.introductionChannel,
  missedTimes: row.missedTimes,
  missedAt: row.missedAt,
  disclosedCategories: row.disclosedCategories,
  fetchedAt: row.fetchedAt,
  connectedAt: row.connectedAt,
  outcome: row.outcome,
  outcomeBy: row.outcomeBy,
  heldUntil: row.heldUntil,
  endedAt: row.endedAt,
  dueAt: row.dueAt,
  nudgeAt: row.nudgeAt,
  overdueAt: row.overdueAt,
  lapseAt: row.lapseAt,
  stage: row.stage,
  wakeAt: row.wakeAt,
});
