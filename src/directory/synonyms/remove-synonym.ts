import { createRoute } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/db.ts";
import { operation } from "../../platform/operation.ts";
import { problems } from "../../platform/problem.ts";
import { synonymNotFound } from "../problems.ts";
import { searchSynonyms } from "../schema.ts";
import { claimSynonym, rememberRemoval } from "./store.ts";
import { SynonymPath } from "./wire.ts";

const route = createRoute({
  operationId: "removeSynonym",
  method: "delete",
  path: "/search-synonyms/{synonymId}",
  tags: ["Directory quality"],
  summary: "Take callers' words for a topic away",
  description:
    "Search no longer reads the topic in them. Loading the starter directory again does not bring them back; adding them does.",
  security: needs("directory:curate"),
  request: { params: SynonymPath },
  responses: {
    204: { description: "The synonym is gone" },
    ...problems(synonymNotFound, permissionMissing),
  },
});

export function removeSynonym(ctx: Context, id: string): Promise<void> {
  permit(ctx, "directory:curate");
  return transact(ctx, async (tx) => {
    await rememberRemoval(tx, await claimSynonym(tx, id));
    await tx.delete(searchSynonyms).where(eq(searchSynonyms.id, id));
    await record(tx, ctx, { action: "synonym.removed", subjectId: id });
  });
}

export default operation(route, async (ctx, { params }) => {
  await removeSynonym(ctx, params.synonymId);
  return undefined;
});
