import { createRoute, type z } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { actingMember, needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { feedbackAnswered, feedbackNotFound } from "../problems.ts";
import { articleFeedback } from "../schema.ts";
import { claimFeedback, findFeedback } from "./store.ts";
import { ArticleFeedback, FeedbackAnswer, FeedbackPath, presentFeedback } from "./wire.ts";

const route = createRoute({
  operationId: "answerFeedback",
  method: "post",
  path: "/article-feedback/{feedbackId}/answer",
  tags: ["Knowledge"],
  summary: "Answer what a reader said of an article",
  description:
    "Says whether it was taken over, and why not where it was not. The giver reads the answer. It is given once.",
  security: needs("knowledge:write"),
  request: { params: FeedbackPath, body: json(FeedbackAnswer, "What became of it") },
  responses: {
    200: json(ArticleFeedback, "The answered feedback"),
    ...problems(feedbackNotFound, feedbackAnswered, permissionMissing),
  },
});

export function answerFeedback(
  ctx: Context,
  id: string,
  { answer, reason: told }: z.output<typeof FeedbackAnswer>,
): Promise<z.input<typeof ArticleFeedback>> {
  permit(ctx, "knowledge:write");
  const reason = told ?? null;
  return transact(ctx, async (tx) => {
    const feedback = await claimFeedback(tx, ctx, id);
    if (feedback.answer === answer && feedback.reason === reason) return presentFeedback(feedback);
    if (feedback.answer !== null) fail(feedbackAnswered);
    const answered = { answer, reason, answeredBy: actingMember(ctx), answeredAt: ctx.now() };
    await tx.update(articleFeedback).set(answered).where(eq(articleFeedback.id, id));
    await record(tx, ctx, {
      action: "article.feedback-answered",
      subjectId: id,
      subjectParticipantId: feedback.giverId,
    });
    return presentFeedback({ ...feedback, ...answered });
  });
}

async function replay(ctx: Context, id: string): Promise<z.input<typeof ArticleFeedback>> {
  permit(ctx, "knowledge:write");
  return presentFeedback(await transact(ctx, (tx) => findFeedback(tx, ctx, id)));
}

export default operation(
  route,
  (ctx, { params, body }) => answerFeedback(ctx, params.feedbackId, body),
  replay,
);
