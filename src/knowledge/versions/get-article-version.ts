import { createRoute, type z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { articleNotFound, articleVersionNotFound } from "../problems.ts";
import { findVersion, requireOwn } from "./store.ts";
import { ArticleVersionContent, presentContent, VersionPath } from "./wire.ts";

const route = createRoute({
  operationId: "getArticleVersion",
  method: "get",
  path: "/articles/{articleId}/versions/{version}",
  tags: ["Knowledge"],
  summary: "Read a version of an article",
  description: "What one of your own helpline's articles said then.",
  security: needs("knowledge:read"),
  request: { params: VersionPath },
  responses: {
    200: json(ArticleVersionContent, "The version"),
    ...problems(articleNotFound, articleVersionNotFound, permissionMissing),
  },
});

export function getArticleVersion(
  ctx: Context,
  id: string,
  version: number,
): Promise<z.input<typeof ArticleVersionContent>> {
  permit(ctx, "knowledge:read");
  return transact(ctx, async (tx) => {
    await requireOwn(tx, ctx, id);
    return presentContent((await findVersion(tx, id, version)) ?? fail(articleVersionNotFound));
  });
}

export default operation(route, (ctx, { params }) =>
  getArticleVersion(ctx, params.articleId, params.version),
);
