import { createRoute, z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context } from "../platform/context.ts";
import { transact } from "../platform/db.ts";
import { json, operation } from "../platform/operation.ts";
import { cutPage, openCursor, PageQuery, pageOf } from "../platform/pagination.ts";
import { problems } from "../platform/problem.ts";
import { Id } from "../platform/text.ts";
import { listSynonymRows } from "./synonym-store.ts";
import { TermCode } from "./wire.ts";

const SearchSynonym = z
  .object({
    id: Id.openapi({ description: "The synonym", example: "5f0c2f4e-6a53-5d5a-8a51-0f6f3f1f7b11" }),
    phrase: z.string().openapi({
      description: "One to five words of callers, in lower case, without accents",
      example: "geld kwijt",
    }),
    topic: TermCode,
    topicName: z
      .string()
      .openapi({ description: "The topic's name in Dutch", example: "Fraude en oplichting" }),
  })
  .openapi("SearchSynonym", { description: "Callers' own words for a topic" });

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
  return {
    items: rows.map(({ id, phrase, topic, topicName }) => ({ id, phrase, topic, topicName })),
    ...next,
  };
}

export default operation(route, (ctx, { query }) => listSynonyms(ctx, query));
