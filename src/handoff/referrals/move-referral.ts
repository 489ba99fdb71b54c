import { eq, sql } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { enqueue } from "../../deliveries/index.ts";
import type { Context, Database } from "../../platform/context.ts";
import { encoded, placeholders, statement } from "../../platform/database/statement.ts";
import { fail } from "../../platform/http/problem.ts";
import { referralNotOpen } from "../problems.ts";
import { type ReferralRow, referrals } from "../schema.ts";
import { beginsAnew, type Deadline, deadlineOf, wakeAt } from "./deadlines.ts";
import {
  after,
  done,
  hasEnded,
  openStateAt,
  type ReferralMove,
  type ReferralTurn,
  type Step,
  stateAt,
} from "./referral.ts";

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
  const from = move === "withdraw" ? referral.state : openStateAt(referral, movedAt);
  const state = after(move, from) ?? fail(referralNotOpen);
  const endedAt = hasEnded(state) ? movedAt : null;
  return write(tx, ctx, referral, { ...changes, state, endedAt }, state as Step, movedAt);
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
  const from = turn === "resume" ? stateAt(referral, movedAt) : openStateAt(referral, movedAt);
  const step = done(turn, from) ?? fail(referralNotOpen);
  return write(tx, ctx, referral, changes, step, movedAt);
}

async function write(
  tx: Database,
  ctx: Context,
  before: ReferralRow,
  changes: Partial<Pick<ReferralRow, Changeable>>,
  lastStep: Step,
  movedAt: Date,
): Promise<ReferralRow> {
  const stands = { ...before, ...(beginsAnew(lastStep) && { givenBack: 0 }), ...changes };
  const deadline = { ...deadlineOf(stands, movedAt), stage: "running" as const };
  const row: ReferralRow = {
    ...stands,
    ...deadline,
    wakeAt: hasEnded(stands.state) ? null : wakeAt(deadline, stands.basisExpiresAt),
    lastStep,
    moveId: ctx.newId(),
    movedAt,
  };
  const told = `referral.${lastStep}` as const;
  // Together, so that they cost one round trip.
  await Promise.all([
    update(tx, row, changed(before, row)),
    record(tx, ctx, {
      id: row.moveId,
      action: told,
      subjectId: row.id,
      subjectParticipantId: row.senderId,
      caseId: row.caseId,
      at: movedAt,
    }),
    enqueue(tx, ctx, {
      type: told,
      // A recipient does not tell a suspension from a withdrawal.
      ...(lastStep === "suspended" && { toRecipient: "referral.withdrawn" as const }),
      subjectId: row.id,
      moveId: row.moveId,
      at: movedAt,
      referral: row,
    }),
  ]);
  return row;
}

/** What a step may change: never what the referral is about. */
const changeable = [
  "state",
  "lastStep",
  "moveId",
  "movedAt",
  "consentId",
  "overrideId",
  "basisExpiresAt",
  "offeredAt",
  "terms",
  "acknowledgedAt",
  "acknowledgedByFunction",
  "acknowledgedByName",
  "acceptedAt",
  "acceptedByName",
  "acceptedByContact",
  "declineReason",
  "betterServiceId",
  "proposedTimes",
  "scheduledAt",
  "introductionAt",
  "introductionChannel",
  "missedTimes",
  "missedAt",
  "disclosedCategories",
  "fetchedAt",
  "connectedAt",
  "outcome",
  "outcomeBy",
  "heldUntil",
  "suspendedAt",
  "givenBack",
  "endedAt",
  "dueAt",
  "nudgeAt",
  "overdueAt",
  "lapseAt",
  "stage",
  "wakeAt",
] as const satisfies readonly (keyof ReferralRow)[];
type Changeable = (typeof changeable)[number];

/** The rule's own columns (the step, its times, its deadline) follow from the move and are nobody's to give. */
type Changes = Partial<
  Omit<
    Pick<ReferralRow, Changeable>,
    "state" | "lastStep" | "moveId" | "movedAt" | "endedAt" | keyof Deadline | "stage" | "wakeAt"
  >
>;

const changed = (before: ReferralRow, row: ReferralRow) =>
  changeable.filter((column) => row[column] !== before[column]);

const updates = new Map<string, ReturnType<typeof updateOf>>();

const updateOf = (columns: readonly Changeable[]) =>
  statement((db) =>
    db
      .update(referrals)
      .set(placeholders(columns))
      .where(eq(referrals.id, sql.placeholder("id"))),
  );

function update(tx: Database, row: ReferralRow, columns: readonly Changeable[]) {
  const name = columns.join();
  const send = updates.get(name) ?? updateOf(columns);
  updates.set(name, send);
  return send(tx, { id: row.id, ...encoded(referrals, columns, row) });
}
