import { createRoute, type z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { articleNotFound, articleWithdrawn } from "../problems.ts";
import { articleFeedback } from "../schema.ts";
import { findArticle } from "../store.ts";
import { ArticlePath } from "../wire.ts";
import { findFeedback } from "./store.ts";
import { ArticleFeedback, NewFeedback, presentFeedback } from "./wire.ts";

const route = createRoute({
  operationId: "giveArticleFeedback",
  method: "post",
  path: "/articles/{articleId}/feedback",
  tags: ["Knowledge"],
  summary: "Say what you think of an article",
  description:
    "Colleagues and partners say that an article helped, or what is wrong with it. Its helpline is shown what is wrong as something to answer, and the answer stands at `listArticleFeedback`. Say nothing about a person: citizen numbers are refused.",
  security: needs("knowledge:read"),
  request: { params: ArticlePath, body: json(NewFeedback, "What you think") },
  responses: {
    201: json(ArticleFeedback, "The feedback"),
    ...problems(articleNotFound, articleWithdrawn, permissionMissing),
  },
});

export function giveArticleFeedback(
  ctx: Context,
  articleId: string,
  { opinion, text }: z.output<typeof NewFeedback>,
): Promise<z.input<typeof ArticleFeedback>> {
  permit(ctx, "knowledge:read");
  return transact(ctx, async (tx) => {
    const article = await findArticle(tx, articleId);
    if (article.withdrawnAt) fail(articleWithdrawn);
    const id = ctx.newId();
    await tx.insert(articleFeedback).values({
      id,
      articleId,
      number: article.number,
      participantId: article.participantId,
      giverId: ctx.actor.participantId,
      opinion,
      text: text ?? null,
      givenAt: ctx.now(),
    });
    await record(tx, ctx, {
      action: "article.feedback-given",
      subjectId: id,
      subjectParticipantId: article.participantId,
    });
    return presentFeedback(await findFeedback(tx, ctx, id));
  });
}

async function replay(ctx: Context, id: string): Promise<z.input<typeof ArticleFeedback>> {
  return presentFeedback(await transact(ctx, (tx) => findFeedback(tx, ctx, id)));
}

export default operation(
  route,
  (ctx, { params, body }) => giveArticleFeedback(ctx, params.articleId, body),
  replay,
);
