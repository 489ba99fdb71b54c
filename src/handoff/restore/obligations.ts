import { and, eq, isNull } from "drizzle-orm";
import { caseOf, record } from "../../audit/index.ts";
import { enqueue } from "../../deliveries/index.ts";
import { answersByPhone } from "../../identity/index.ts";
import { calendarLater } from "../../platform/calendar.ts";
import type { Context, Database } from "../../platform/context.ts";
import { actFor } from "../../platform/database/transact.ts";
import { obligations } from "../obligations/schema.ts";
import { referrals } from "../schema.ts";
import type { Again, TakenAway } from "./again.ts";

const answerWithin = { days: 3 };

/**
 * The recipient learned who the caller is. Where the database shows it the disclosure, its first look is written down;
 * where it does not, also of a referral that the database does not know, the recipient owes an answer at once.
 */
export const releaseAgain: Again = async (tx, ctx, released) => {
  const { subjectId, otherId, at } = released;
  const [referral] = await tx.select().from(referrals).where(eq(referrals.id, subjectId)).for("update");
  if (!otherId || referral?.fetchedAt) return false;
  if (!referral?.disclosed) return raise(tx, ctx, released, at);
  await actFor(tx, otherId);
  await tx.update(referrals).set({ fetchedAt: at }).where(eq(referrals.id, subjectId));
  await actFor(tx, ctx.actor.participantId);
  await record(tx, ctx, { action: "disclosure.restored", subjectId, caseId: referral.caseId });
  return true;
};

/** What was owed before is owed again, unless nothing was ever opened. */
export const raiseAgain: Again = async (tx, ctx, raised) => {
  if (raised.codes.includes("never-opened")) return false;
  const [referral] = await tx.select().from(referrals).where(eq(referrals.id, raised.subjectId));
  return raise(tx, ctx, raised, referral?.fetchedAt ?? raised.at);
};

async function raise(tx: Database, ctx: Context, { subjectId, otherId }: TakenAway, fetchedAt: Date) {
  const senderId = ctx.actor.participantId;
  if (!otherId) return false;
  const raisedAt = ctx.now();
  const row = { referralId: subjectId, senderId, recipientId: otherId, raisedAt, fetchedAt };
  const dueAt = calendarLater(raisedAt, answerWithin);
  const raised = await tx
    .insert(obligations)
    .values({ ...row, dueAt })
    .onConflictDoNothing()
    .returning({ referralId: obligations.referralId });
  if (raised.length === 0) return false;
  const told = { subjectId, at: raisedAt };
  const moveId = ctx.newId();
  const caseId = await caseOf(tx, subjectId);
  await record(tx, ctx, { ...told, id: moveId, action: "obligation.restored", caseId });
  const referral = { id: subjectId, senderId, recipientId: otherId, offeredAt: raisedAt };
  await enqueue(tx, ctx, { ...told, type: "obligation.restored", moveId, referral });
  return true;
}

/** What the recipient says it deleted is deleted. A ground to keep it is asked for anew: the ledger holds none. */
export const meetAgain: Again = async (tx, ctx, { subjectId, otherId, codes, at }) => {
  const [owed] = await tx
    .select()
    .from(obligations)
    .where(and(eq(obligations.referralId, subjectId), isNull(obligations.endedAt)))
    .for("update");
  if (!owed || !otherId || !codes.includes("deleted")) return false;
  const party = (await answersByPhone(tx, otherId)) ? ctx.actor.participantId : otherId;
  await actFor(tx, party);
  await tx
    .update(obligations)
    .set({ endedAs: "deleted", endedAt: at })
    .where(eq(obligations.referralId, subjectId));
  const told = { subjectId, at: ctx.now() };
  const asParty = { ...ctx, actor: { ...ctx.actor, participantId: party } };
  await record(tx, asParty, {
    ...told,
    action: "obligation.met",
    subjectParticipantId: owed.senderId,
    caseId: await caseOf(tx, subjectId),
  });
  const referral = { ...owed, id: subjectId, offeredAt: owed.raisedAt };
  await enqueue(tx, asParty, { ...told, type: "obligation.met", referral });
  return true;
};
