import { createRoute, type z } from "@hono/zod-openapi";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { operation, taggedForAll } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { articleNotFound } from "../problems.ts";
import { findPublicArticle } from "../store.ts";
import { ArticlePath, presentArticle } from "../wire.ts";
import { PublicArticle } from "./wire.ts";

const route = createRoute({
  operationId: "getPublicArticle",
  method: "get",
  path: "/public-articles/{articleId}",
  tags: ["Knowledge"],
  summary: "Read a public article",
  description:
    "An article that a helpline published to everybody, as a website may show it. No token is needed. A copy may be kept as long as its ETag still holds: what is withdrawn is gone at the next question.",
  security: [],
  request: { params: ArticlePath },
  responses: { 200: taggedForAll(PublicArticle, "The article"), ...problems(articleNotFound) },
});

/** The same for everybody: a token changes nothing. */
export async function getPublicArticle(ctx: Context, id: string): Promise<z.input<typeof PublicArticle>> {
  return presentArticle(await transact(ctx, (tx) => findPublicArticle(tx, id)), ctx.now());
}

export default operation(route, (ctx, { params }) => getPublicArticle(ctx, params.articleId));
