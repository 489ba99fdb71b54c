import { createRoute } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { actingMember, needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { caseNotShared, helpQuestionEnded, helpQuestionNotFound } from "../problems.ts";
import { helpQuestions } from "../schema.ts";
import { HelpQuestion, presentHelpQuestion } from "../wire.ts";
import { claimQuestion } from "./store.ts";
import { HelpQuestionPath, NextAction, requireWithinYear } from "./wire.ts";

const route = createRoute({
  operationId: "planNextAction",
  method: "put",
  path: "/help-questions/{helpQuestionId}/next-action",
  tags: ["Cases"],
  summary: "Plan what happens next with a help question",
  description:
    "Says what its owner does next, and on which day. When all its referrals ended without success, a help question always has one; it can be changed, not taken away.",
  security: needs("cases"),
  request: { params: HelpQuestionPath, body: json(NextAction, "What, and when") },
  responses: {
    200: json(HelpQuestion, "The help question"),
    ...problems(helpQuestionNotFound, caseNotShared, permissionMissing, helpQuestionEnded),
  },
});

export function planNextAction(
  ctx: Context,
  helpQuestionId: string,
  { action, on }: NextAction,
): Promise<HelpQuestion> {
  permit(ctx, "cases");
  const now = ctx.now();
  requireWithinYear(on, now, "/on");
  return transact(ctx, async (tx) => {
    const question = await claimQuestion(tx, ctx, helpQuestionId);
    if (question.endedAt) fail(helpQuestionEnded);
    const changed = { changedBy: actingMember(ctx), changedAt: now };
    const planned = { nextAction: action, nextActionOn: on, ...changed };
    await tx.update(helpQuestions).set(planned).where(eq(helpQuestions.id, question.id));
    await record(tx, ctx, {
      action: "help-question.planned",
      subjectId: question.id,
      caseId: question.caseId,
      at: now,
    });
    return presentHelpQuestion({ ...question, ...planned });
  });
}

export default operation(route, (ctx, { params, body }) => planNextAction(ctx, params.helpQuestionId, body));
