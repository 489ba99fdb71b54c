import { createRoute } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { IfMatch, refuseOutdated } from "../../platform/http/entity-tag.ts";
import { operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { synonymNotFound } from "../problems.ts";
import { searchSynonyms } from "../schema.ts";
import { claimSynonym, rememberRemoval } from "./store.ts";
import { presentSynonym, SearchSynonym, SynonymPath } from "./wire.ts";

const route = createRoute({
  operationId: "removeSynonym",
  method: "delete",
  path: "/search-synonyms/{synonymId}",
  tags: ["Directory quality"],
  summary: "Take callers' words for a topic away",
  description:
    "Search no longer reads the topic in them. Loading the starter directory again does not bring them back; adding them does.",
  security: needs("directory:curate"),
  request: { params: SynonymPath, headers: IfMatch },
  responses: {
    204: { description: "The synonym is gone" },
    ...problems(synonymNotFound, permissionMissing),
  },
});

export function removeSynonym(ctx: Context, id: string, ifMatch: string): Promise<void> {
  permit(ctx, "directory:curate");
  return transact(ctx, async (tx) => {
    const synonym = await claimSynonym(tx, id);
    refuseOutdated(ifMatch, SearchSynonym, presentSynonym(synonym));
    await rememberRemoval(tx, synonym);
    await tx.delete(searchSynonyms).where(eq(searchSynonyms.id, id));
    await record(tx, ctx, { action: "synonym.removed", subjectId: id });
  });
}

export default operation(route, async (ctx, { params, ifMatch }) => {
  await removeSynonym(ctx, params.synonymId, ifMatch);
  return undefined;
});
