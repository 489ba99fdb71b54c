import { desc, eq, sql } from "drizzle-orm";
import type { Context, Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import { fail } from "../../platform/http/problem.ts";
import { helpQuestionEnded } from "../problems.ts";
import { helpQuestionChanges, helpQuestions } from "../schema.ts";
import { findReadableQuestion } from "../store.ts";

/** A help question of a readable case, locked, and told what ended while somebody else was at it. */
export async function claimQuestion(tx: Database, ctx: Context, helpQuestionId: string) {
  await findReadableQuestion(tx, ctx, helpQuestionId);
  const wanted = eq(helpQuestions.id, helpQuestionId);
  await tx.select({ id: helpQuestions.id }).from(helpQuestions).where(wanted).for("update");
  await tx.execute(sql`select handreiking.tell_untold(${helpQuestionId}::uuid)`);
  const [question] = await tx.select().from(helpQuestions).where(wanted);
  return question ?? fail(helpQuestionEnded);
}

/** Whether a partner has been asked for it and has not ended; referrals are another feature's. */
export async function hasLiveReferral(tx: Database, helpQuestionId: string): Promise<boolean> {
  const [found] = await rows<{ has: boolean }>(
    tx,
    sql`select handreiking.has_live_referral(${helpQuestionId}::uuid) as has`,
  );
  return found?.has === true;
}

/** Whether a conversation is one of the case; conversations are another feature's. */
export async function isConversationOf(
  tx: Database,
  conversationId: string,
  caseId: string,
): Promise<boolean> {
  const [found] = await rows<{ of: boolean }>(
    tx,
    sql`select handreiking.is_conversation_of(${conversationId}::uuid, ${caseId}::uuid) as of`,
  );
  return found?.of === true;
}

/** The last changes of a help question, the oldest of them first. */
export async function listChanges(tx: Database, helpQuestionId: string, most: number) {
  const last = await tx
    .select()
    .from(helpQuestionChanges)
    .where(eq(helpQuestionChanges.helpQuestionId, helpQuestionId))
    .orderBy(desc(helpQuestionChanges.position))
    .limit(most);
  return last.toReversed();
}
