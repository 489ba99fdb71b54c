import { createRoute, type z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery } from "../../platform/http/pagination.ts";
import { problems } from "../../platform/http/problem.ts";
import { articleNotFound } from "../problems.ts";
import { ArticlePath } from "../wire.ts";
import { listVersionRows, requireOwn } from "./store.ts";
import { ArticleVersions, presentVersion } from "./wire.ts";

const route = createRoute({
  operationId: "listArticleVersions",
  method: "get",
  path: "/articles/{articleId}/versions",
  tags: ["Knowledge"],
  summary: "List the versions of an article",
  description:
    "Every version of one of your own helpline's articles, the newest first: who wrote it, and who published it to whom. Those of a withdrawn one remain.",
  security: needs("knowledge:read"),
  request: { params: ArticlePath, query: PageQuery },
  responses: {
    200: json(ArticleVersions, "A page of versions"),
    ...problems(articleNotFound, permissionMissing),
  },
});

export async function listArticleVersions(
  ctx: Context,
  id: string,
  { pageSize, cursor }: z.output<typeof PageQuery>,
): Promise<z.input<typeof ArticleVersions>> {
  permit(ctx, "knowledge:read");
  const position = await openCursor(ctx, "article-versions", id, cursor);
  const found = await transact(ctx, async (tx) => {
    await requireOwn(tx, ctx, id);
    return listVersionRows(tx, id, position && Number(position[0]), pageSize + 1);
  });
  const { rows, ...next } = await cutPage(ctx, "article-versions", id, pageSize, found, ({ number }) => [
    number,
  ]);
  return { items: rows.map(presentVersion), ...next };
}

export default operation(route, (ctx, { params, query }) =>
  listArticleVersions(ctx, params.articleId, query),
);
