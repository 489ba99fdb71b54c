import { createRoute, z } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../audit/index.ts";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context } from "../platform/context.ts";
import { transact } from "../platform/database/transact.ts";
import { json, operation } from "../platform/http/operation.ts";
import { problems } from "../platform/http/problem.ts";
import { getArticle } from "./get-article.ts";
import { articleNotFound, articleWithdrawn } from "./problems.ts";
import { lastReview } from "./review.ts";
import { articles } from "./schema.ts";
import { claimStanding, refuseWrong } from "./store.ts";
import { Article, ArticlePath, presentArticle, reviewOn } from "./wire.ts";

const Confirmation = z
  .strictObject({
    reviewOn: reviewOn.optional().openapi({
      description: "When to look again: at most a year ahead, which it is where it is left out",
    }),
  })
  .openapi("ArticleConfirmation");

const route = createRoute({
  operationId: "confirmArticle",
  method: "post",
  path: "/articles/{articleId}/confirmation",
  tags: ["Knowledge"],
  summary: "Say that an article still holds",
  description:
    "Somebody of its helpline has read it again and found it right: it is `stale` no longer, and the next review is planned. What is no longer right is edited or withdrawn.",
  security: needs("knowledge:write"),
  request: { params: ArticlePath, body: json(Confirmation, "When to look again") },
  responses: {
    200: json(Article, "The article"),
    ...problems(articleNotFound, articleWithdrawn, permissionMissing),
  },
});

export function confirmArticle(
  ctx: Context,
  id: string,
  { reviewOn }: z.output<typeof Confirmation>,
): Promise<z.input<typeof Article>> {
  permit(ctx, "knowledge:write");
  return transact(ctx, async (tx) => {
    const article = await claimStanding(tx, ctx, id);
    await refuseWrong(tx, ctx, { reviewOn });
    const review = { reviewOn: reviewOn ?? lastReview(ctx.now()), reviewedAt: ctx.now() };
    await tx.update(articles).set(review).where(eq(articles.id, id));
    await record(tx, ctx, { action: "article.confirmed", subjectId: id });
    return presentArticle({ ...article, ...review }, ctx.now());
  });
}

export default operation(
  route,
  (ctx, { params, body }) => confirmArticle(ctx, params.articleId, body),
  getArticle,
);
