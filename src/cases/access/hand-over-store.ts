import { and, eq } from "drizzle-orm";
import { actingMember } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { fail } from "../../platform/http/problem.ts";
import { handOverAnswered, handOverNotFound } from "../problems.ts";
import { type TakeOverRow, takeOvers } from "../schema.ts";
import { claimCase } from "../store.ts";

const ownHandOver = (ctx: Context, id: string) =>
  and(
    eq(takeOvers.participantId, ctx.actor.participantId),
    eq(takeOvers.id, id),
    eq(takeOvers.kind, "handed-over"),
  );

/** A hand-over within the actor's helpline: ids and codes. */
export async function findHandOver(tx: Database, ctx: Context, id: string): Promise<TakeOverRow> {
  const [found] = await tx.select().from(takeOvers).where(ownHandOver(ctx, id));
  return found ?? fail(handOverNotFound);
}

/** One to the acting member, locked after its case. A colleague's does not exist. */
export async function claimReceived(tx: Database, ctx: Context, id: string): Promise<TakeOverRow> {
  const { caseId, toMemberId } = await findHandOver(tx, ctx, id);
  if (toMemberId !== actingMember(ctx)) fail(handOverNotFound);
  await claimCase(tx, ctx, caseId);
  const [claimed] = await tx.select().from(takeOvers).where(ownHandOver(ctx, id)).for("update");
  return claimed ?? fail(handOverNotFound);
}

/** Writes down what the new owner says; refuses where it was answered, or the case has moved on. */
export async function answerHandOver(
  tx: Database,
  ctx: Context,
  row: TakeOverRow,
  answer: "accepted" | "returned",
): Promise<TakeOverRow> {
  if (row.answer) fail(handOverAnswered);
  const { ownerId } = await claimCase(tx, ctx, row.caseId);
  if (ownerId !== row.toMemberId) fail(handOverAnswered);
  const answered = { answer, answeredAt: ctx.now() };
  await tx.update(takeOvers).set(answered).where(eq(takeOvers.id, row.id));
  return { ...row, ...answered };
}
