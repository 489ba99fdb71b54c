import { createRoute, z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context } from "../platform/context.ts";
import { transact } from "../platform/database/transact.ts";
import { json, operation } from "../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery, pageOf } from "../platform/http/pagination.ts";
import { problems } from "../platform/http/problem.ts";
import { listTermRows } from "./organization-store.ts";
import { taxonomyNames } from "./taxonomy/index.ts";
import { presentTerm, TaxonomyTerm } from "./wire.ts";

const TaxonomyTerms = pageOf(TaxonomyTerm).openapi("TaxonomyTerms");

const TermQuery = PageQuery.extend({
  taxonomy: z
    .enum(taxonomyNames)
    .optional()
    .openapi({ description: "Only terms of this taxonomy; of both when left out", example: "abuse" }),
});

const route = createRoute({
  operationId: "listTaxonomyTerms",
  method: "get",
  path: "/taxonomy-terms",
  tags: ["Directory"],
  summary: "List the topics",
  description:
    "The terms of the two taxonomies, by code: `abuse` says what is wrong, `need` what the caller needs. A term stands for itself and for all narrower ones wherever services are filtered by topic.",
  security: needs("directory:read"),
  request: { query: TermQuery },
  responses: { 200: json(TaxonomyTerms, "A page of terms"), ...problems(permissionMissing) },
});

export async function listTaxonomyTerms(
  ctx: Context,
  { pageSize, cursor, taxonomy }: z.output<typeof TermQuery>,
): Promise<z.input<typeof TaxonomyTerms>> {
  permit(ctx, "directory:read");
  const filters = { taxonomy };
  const position = await openCursor(ctx, "taxonomy-terms", filters, cursor);
  const found = await transact(ctx, (tx) => listTermRows(tx, taxonomy, position, pageSize + 1));
  const { rows, ...next } = await cutPage(ctx, "taxonomy-terms", filters, pageSize, found, (row) => [
    row.code,
  ]);
  return { items: rows.map(presentTerm), ...next };
}

export default operation(route, (ctx, { query }) => listTaxonomyTerms(ctx, query));
