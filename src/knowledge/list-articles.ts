import { createRoute, z } from "@hono/zod-openapi";
import { TermCode } from "../directory/index.ts";
import { needs, permissionMissing, permit } from "../permissions.ts";
import { dayOf } from "../platform/calendar.ts";
import type { Context } from "../platform/context.ts";
import { transact } from "../platform/database/transact.ts";
import { json, operation } from "../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery } from "../platform/http/pagination.ts";
import { problems } from "../platform/http/problem.ts";
import { listArticleRows, positionOf } from "./store.ts";
import { Articles, audience, language, presentSummary } from "./wire.ts";

const inQuery = z.enum(["true", "false"]).transform((value) => value === "true");

/** Topics as they are repeated in a query. */
export const topicsInQuery = z
  .array(TermCode)
  .max(20)
  .optional()
  .openapi({
    description: "Only articles about one of these topics, or a narrower one. Repeat it for several",
    example: ["psychological-abuse"],
  });

const ArticleQuery = PageQuery.extend({
  topic: topicsInQuery,
  language: language.optional(),
  audience: audience.optional(),
  own: inQuery.optional().openapi({
    type: "boolean",
    description: "Only articles of your own helpline, or only those of others",
    example: true,
  }),
  stale: inQuery.optional().openapi({
    type: "boolean",
    description: "Only articles whose review is due, or only those whose review is not",
    example: true,
  }),
});

const route = createRoute({
  operationId: "listArticles",
  method: "get",
  path: "/articles",
  tags: ["Knowledge"],
  summary: "List the articles",
  description:
    "Articles that you may read, by title: your own helpline's in their newest version, and what others have published. Words have no place in an address: they go to `searchArticles`.",
  security: needs("knowledge:read"),
  request: { query: ArticleQuery },
  responses: { 200: json(Articles, "A page of articles"), ...problems(permissionMissing) },
});

export async function listArticles(
  ctx: Context,
  { pageSize, cursor, ...filters }: z.output<typeof ArticleQuery>,
): Promise<z.input<typeof Articles>> {
  permit(ctx, "knowledge:read");
  const { topic: topics, ...coded } = filters;
  const position = await openCursor(ctx, "articles", filters, cursor);
  const today = dayOf(ctx.now());
  const found = await transact(ctx, (tx) =>
    listArticleRows(tx, { ...coded, topics }, today, position, pageSize + 1),
  );
  const { rows, ...next } = await cutPage(ctx, "articles", filters, pageSize, found, positionOf);
  return { items: rows.map((row) => presentSummary(row, ctx.now())), ...next };
}

export default operation(route, (ctx, { query }) => listArticles(ctx, query));
