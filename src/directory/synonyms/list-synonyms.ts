import { createRoute, type z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery, pageOf } from "../../platform/http/pagination.ts";
import { problems } from "../../platform/http/problem.ts";
import { TermCode } from "../wire.ts";
import { listSynonymRows } from "./store.ts";
import { presentSynonym, SearchSynonym } from "./wire.ts";

const SearchSynonyms = pageOf(SearchSynonym).openapi("SearchSynonyms");

const SynonymQuery = PageQuery.extend({
  topic: TermCode.optional().openapi({ description: "Only synonyms of this topic", example: "fraud" }),
});

const route = createRoute({
  operationId: "listSynonyms",
  method: "get",
  path: "/search-synonyms",
  tags: ["Directory"],
  summary: "List callers' own words for topics",
  description:
    "The phrases by which search reads a topic in a caller's sentence, in alphabetical order. The words of a phrase are recognized close together, in any order and form.",
  security: needs("directory:read"),
  request: { query: SynonymQuery },
  responses: { 200: json(SearchSynonyms, "A page of synonyms"), ...problems(permissionMissing) },
});

export async function listSynonyms(
  ctx: Context,
  { pageSize, cursor, topic }: z.output<typeof SynonymQuery>,
): Promise<z.input<typeof SearchSynonyms>> {
  permit(ctx, "directory:read");
  const position = await openCursor(ctx, "search-synonyms", { topic }, cursor);
  const found = await transact(ctx, (tx) => listSynonymRows(tx, topic, position, pageSize + 1));
  const { rows, ...next } = await cutPage(ctx, "search-synonyms", { topic }, pageSize, found, (row) => [
    row.phrase,
    row.id,
  ]);
  return { items: rows.map(presentSynonym), ...next };
}

export default operation(route, (ctx, { query }) => listSynonyms(ctx, query));
