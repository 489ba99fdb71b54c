import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { operation, tagged } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { synonymNotFound } from "../problems.ts";
import { findSynonym } from "./store.ts";
import { presentSynonym, SearchSynonym, SynonymPath } from "./wire.ts";

const route = createRoute({
  operationId: "getSynonym",
  method: "get",
  path: "/search-synonyms/{synonymId}",
  tags: ["Directory quality"],
  summary: "Read callers' own words for a topic",
  description: "The ETag is what a change or removal names.",
  security: needs("directory:read"),
  request: { params: SynonymPath },
  responses: {
    200: tagged(SearchSynonym, "The synonym"),
    ...problems(synonymNotFound, permissionMissing),
  },
});

export async function getSynonym(ctx: Context, synonymId: string): Promise<SearchSynonym> {
  permit(ctx, "directory:read");
  const found = await transact(ctx, (tx) => findSynonym(tx, synonymId));
  return presentSynonym(found ?? fail(synonymNotFound));
}

export default operation(route, (ctx, { params }) => getSynonym(ctx, params.synonymId));
