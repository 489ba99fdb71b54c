import { createRoute, type z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery } from "../../platform/http/pagination.ts";
import { problems } from "../../platform/http/problem.ts";
import { articleNotFound } from "../problems.ts";
import { findArticle } from "../store.ts";
import { ArticlePath } from "../wire.ts";
import { listFeedbackRows } from "./store.ts";
import { ArticleFeedbacks, presentFeedback } from "./wire.ts";

const route = createRoute({
  operationId: "listArticleFeedback",
  method: "get",
  path: "/articles/{articleId}/feedback",
  tags: ["Knowledge"],
  summary: "List what readers said of an article",
  description:
    "All of it on an article of your own helpline, the newest first; of another's article only what your participant gave, with the answer.",
  security: needs("knowledge:read"),
  request: { params: ArticlePath, query: PageQuery },
  responses: {
    200: json(ArticleFeedbacks, "A page of feedback"),
    ...problems(articleNotFound, permissionMissing),
  },
});

export async function listArticleFeedback(
  ctx: Context,
  articleId: string,
  { pageSize, cursor }: z.output<typeof PageQuery>,
): Promise<z.input<typeof ArticleFeedbacks>> {
  permit(ctx, "knowledge:read");
  const position = await openCursor(ctx, "article-feedback", articleId, cursor);
  const found = await transact(ctx, async (tx) => {
    await findArticle(tx, articleId);
    return listFeedbackRows(tx, ctx, articleId, position, pageSize + 1);
  });
  const { rows, ...next } = await cutPage(
    ctx,
    "article-feedback",
    articleId,
    pageSize,
    found,
    ({ givenAt, id }) => [givenAt.toISOString(), id],
  );
  return { items: rows.map(presentFeedback), ...next };
}

export default operation(route, (ctx, { params, query }) =>
  listArticleFeedback(ctx, params.articleId, query),
);
