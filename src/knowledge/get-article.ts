import { createRoute, type z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context } from "../platform/context.ts";
import { transact } from "../platform/database/transact.ts";
import { operation, tagged } from "../platform/http/operation.ts";
import { problems } from "../platform/http/problem.ts";
import { articleNotFound } from "./problems.ts";
import { findArticle } from "./store.ts";
import { Article, ArticlePath, presentArticle } from "./wire.ts";

const route = createRoute({
  operationId: "getArticle",
  method: "get",
  path: "/articles/{articleId}",
  tags: ["Knowledge"],
  summary: "Read an article",
  description:
    "The newest version of one of your own helpline's, or the published version of another's. `stale` says that nobody has looked since it was due.",
  security: needs("knowledge:read"),
  request: { params: ArticlePath },
  responses: { 200: tagged(Article, "The article"), ...problems(articleNotFound, permissionMissing) },
});

export async function getArticle(ctx: Context, id: string): Promise<z.input<typeof Article>> {
  permit(ctx, "knowledge:read");
  return presentArticle(await transact(ctx, (tx) => findArticle(tx, id)), ctx.now());
}

export default operation(route, (ctx, { params }) => getArticle(ctx, params.articleId));
