import { createRoute, type z } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../audit/index.ts";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context } from "../platform/context.ts";
import { transact } from "../platform/database/transact.ts";
import { json, operation } from "../platform/http/operation.ts";
import { problems } from "../platform/http/problem.ts";
import { getArticle } from "./get-article.ts";
import { articleNotFound } from "./problems.ts";
import { articles } from "./schema.ts";
import { claimArticle, forgetWords } from "./store.ts";
import { Article, ArticlePath, presentArticle } from "./wire.ts";

const route = createRoute({
  operationId: "withdrawArticle",
  method: "post",
  path: "/articles/{articleId}/withdrawal",
  tags: ["Knowledge"],
  summary: "Withdraw an article",
  description:
    "Takes an article from all readers at once and for good, as for one that turned out wrong or dangerous: any writer of its helpline may. For others it is gone (404), also by its public address; your own helpline keeps its versions.",
  security: needs("knowledge:write"),
  request: { params: ArticlePath },
  responses: { 200: json(Article, "The withdrawn article"), ...problems(articleNotFound, permissionMissing) },
});

export function withdrawArticle(ctx: Context, id: string): Promise<z.input<typeof Article>> {
  permit(ctx, "knowledge:write");
  return transact(ctx, async (tx) => {
    const article = await claimArticle(tx, ctx, id);
    if (article.withdrawnAt) return presentArticle(article, ctx.now());
    const withdrawnAt = ctx.now();
    await tx.update(articles).set({ withdrawnAt }).where(eq(articles.id, id));
    await forgetWords(tx, id);
    await record(tx, ctx, { action: "article.withdrawn", subjectId: id });
    return presentArticle({ ...article, withdrawnAt }, ctx.now());
  });
}

export default operation(route, (ctx, { params }) => withdrawArticle(ctx, params.articleId), getArticle);
