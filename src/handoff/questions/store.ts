import { and, eq, inArray } from "drizzle-orm";
import type { Context, Database } from "../../platform/context.ts";
import { fail } from "../../platform/problem.ts";
import { findReadableQuestion } from "../cases/case-store.ts";
import { helpQuestionEnded } from "../problems.ts";
import { liveStates } from "../referral.ts";
import { helpQuestions, referrals } from "../schema.ts";

/** A help question of a readable case, locked. */
export async function claimQuestion(tx: Database, ctx: Context, helpQuestionId: string) {
  await findReadableQuestion(tx, ctx, helpQuestionId);
  const [question] = await tx
    .select()
    .from(helpQuestions)
    .where(eq(helpQuestions.id, helpQuestionId))
    .for("update");
  return question ?? fail(helpQuestionEnded);
}

export async function hasLiveReferral(tx: Database, helpQuestionId: string): Promise<boolean> {
  const live = await tx
    .select({ id: referrals.id })
    .from(referrals)
    .where(and(eq(referrals.helpQuestionId, helpQuestionId), inArray(referrals.state, [...liveStates])))
    .limit(1);
  return live.length > 0;
}
