import { createRoute, z } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { actingMember, needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { endReasons } from "../codes.ts";
import { caseNotShared, helpQuestionEnded, helpQuestionInUse, helpQuestionNotFound } from "../problems.ts";
import { helpQuestions } from "../schema.ts";
import { findReadableQuestion } from "../store.ts";
import { HelpQuestion, presentHelpQuestion } from "../wire.ts";
import { claimQuestion, hasLiveReferral } from "./store.ts";
import { HelpQuestionPath } from "./wire.ts";

const HelpQuestionEnd = z
  .strictObject({
    reason: z.enum(endReasons).openapi({
      description:
        "How it ends. `advised` and `listened` are good ends without any referral; `unanswered` says that nobody could help",
      example: "advised",
    }),
  })
  .openapi("HelpQuestionEnd");
type Reason = z.output<typeof HelpQuestionEnd>["reason"];

const route = createRoute({
  operationId: "endHelpQuestion",
  method: "post",
  path: "/help-questions/{helpQuestionId}/end",
  tags: ["Cases"],
  summary: "End a help question",
  description:
    "Closes one need of the caller for good, with how it ended. Not while a referral of it is open. Its next action goes.",
  security: needs("cases"),
  request: { params: HelpQuestionPath, body: json(HelpQuestionEnd, "How it ends") },
  responses: {
    200: json(HelpQuestion, "The ended help question"),
    ...problems(helpQuestionNotFound, caseNotShared, permissionMissing, helpQuestionEnded, helpQuestionInUse),
  },
});

export function endHelpQuestion(ctx: Context, helpQuestionId: string, reason: Reason): Promise<HelpQuestion> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    const question = await claimQuestion(tx, ctx, helpQuestionId);
    if (question.endedAt && question.endReason === reason) return presentHelpQuestion(question);
    if (question.endedAt) fail(helpQuestionEnded);
    if (await hasLiveReferral(tx, question.id)) fail(helpQuestionInUse);
    const endedAt = ctx.now();
    const changed = { changedBy: actingMember(ctx), changedAt: endedAt };
    const ended = { endedAt, endReason: reason, nextAction: null, nextActionOn: null, ...changed };
    await tx.update(helpQuestions).set(ended).where(eq(helpQuestions.id, question.id));
    await record(tx, ctx, {
      action: "help-question.ended",
      subjectId: question.id,
      caseId: question.caseId,
      at: ended.endedAt,
    });
    return presentHelpQuestion({ ...question, ...ended });
  });
}

export function presentQuestionAgain(ctx: Context, helpQuestionId: string): Promise<HelpQuestion> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) =>
    presentHelpQuestion((await findReadableQuestion(tx, ctx, helpQuestionId)).question),
  );
}

export default operation(
  route,
  (ctx, { params, body }) => endHelpQuestion(ctx, params.helpQuestionId, body.reason),
  presentQuestionAgain,
);
