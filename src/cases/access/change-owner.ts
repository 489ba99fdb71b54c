import { and, eq, isNull } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { enqueue } from "../../deliveries/index.ts";
import { actingMember } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { caseAccess, cases, helpQuestions, type TakeOverRow, takeOvers } from "../schema.ts";

interface OwnerChange {
  caseId: string;
  kind: TakeOverRow["kind"];
  from: string;
  to: string;
  reason: TakeOverRow["reason"];
  returnableUntil?: Date;
}

/**
 * Gives a case, which is locked, another owner, with those of its open help questions that were the former owner's. The
 * former owner reads it no more unless named in it; an event tells both.
 */
export async function changeOwner(
  tx: Database,
  ctx: Context,
  { caseId, kind, from, to, reason, returnableUntil }: OwnerChange,
): Promise<TakeOverRow> {
  const at = ctx.now();
  const changedBy = actingMember(ctx);
  await tx.update(cases).set({ ownerId: to }).where(eq(cases.id, caseId));
  await moveQuestions(tx, { caseId, from, to, changedBy, changedAt: at });
  await tx.delete(caseAccess).where(and(eq(caseAccess.caseId, caseId), eq(caseAccess.memberId, to)));
  const row: TakeOverRow = {
    id: ctx.newId(),
    participantId: ctx.actor.participantId,
    caseId,
    kind,
    fromMemberId: from,
    toMemberId: to,
    byMemberId: changedBy,
    reason,
    at,
    returnableUntil: returnableUntil ?? null,
    answer: null,
    answeredAt: null,
  };
  await tx.insert(takeOvers).values(row);
  const told = `case.${kind}` as const;
  await record(tx, ctx, { action: told, subjectId: caseId, caseId, at });
  await enqueue(tx, ctx, { type: told, subjectId: caseId, at });
  return row;
}

interface QuestionsMove {
  caseId: string;
  from: string;
  to: string;
  changedBy: string;
  changedAt: Date;
}

/** Gives the open help questions of one member to another. */
export async function moveQuestions(
  tx: Database,
  { caseId, from, to, changedBy, changedAt }: QuestionsMove,
): Promise<void> {
  await tx
    .update(helpQuestions)
    .set({ ownerId: to, changedBy, changedAt })
    .where(
      and(eq(helpQuestions.caseId, caseId), eq(helpQuestions.ownerId, from), isNull(helpQuestions.endedAt)),
    );
}
