import { createRoute, type z } from "@hono/zod-openapi";
import { dayOf } from "../../platform/calendar.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { operation, taggedForAll } from "../../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery } from "../../platform/http/pagination.ts";
import { topicsInQuery } from "../list-articles.ts";
import { listArticleRows, positionOf } from "../store.ts";
import { language, presentSummary } from "../wire.ts";
import { PublicArticles } from "./wire.ts";

const PublicArticleQuery = PageQuery.extend({ topic: topicsInQuery, language: language.optional() });

const route = createRoute({
  operationId: "listPublicArticles",
  method: "get",
  path: "/public-articles",
  tags: ["Knowledge"],
  summary: "List the public articles",
  description: "Articles that helplines published to everybody, by title. No token is needed.",
  security: [],
  request: { query: PublicArticleQuery },
  responses: { 200: taggedForAll(PublicArticles, "A page of articles") },
});

export async function listPublicArticles(
  ctx: Context,
  { pageSize, cursor, ...filters }: z.output<typeof PublicArticleQuery>,
): Promise<z.input<typeof PublicArticles>> {
  const position = await openCursor(ctx, "public-articles", filters, cursor);
  const sought = { topics: filters.topic, language: filters.language, audience: "public" as const };
  const found = await transact(ctx, (tx) =>
    listArticleRows(tx, sought, dayOf(ctx.now()), position, pageSize + 1),
  );
  const { rows, ...next } = await cutPage(ctx, "public-articles", filters, pageSize, found, positionOf);
  return { items: rows.map((row) => presentSummary(row, ctx.now())), ...next };
}

export default operation(route, (ctx, { query }) => listPublicArticles(ctx, query));
