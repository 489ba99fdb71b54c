import { createRoute } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { IfMatch, refuseOutdated } from "../../platform/http/entity-tag.ts";
import { json, operation, tagged } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { synonymExists, synonymNotFound } from "../problems.ts";
import { searchSynonyms } from "../schema.ts";
import { knowSynonymWords } from "../search/search-index.ts";
import { claimSynonym, findSynonym, forgetRemoval, isTaken, readMeaning, rememberRemoval } from "./store.ts";
import { presentSynonym, SearchSynonym, SynonymMeaning, SynonymPath } from "./wire.ts";

const route = createRoute({
  operationId: "changeSynonym",
  method: "put",
  path: "/search-synonyms/{synonymId}",
  tags: ["Directory quality"],
  summary: "Change callers' own words for a topic",
  description:
    "Replaces the words, the topic or both. Search reads the new ones from then on, and no longer the old.",
  security: needs("directory:curate"),
  request: { params: SynonymPath, headers: IfMatch, body: json(SynonymMeaning, "The words and their topic") },
  responses: {
    200: tagged(SearchSynonym, "The synonym"),
    ...problems(synonymNotFound, synonymExists, permissionMissing),
  },
});

export function changeSynonym(
  ctx: Context,
  id: string,
  meaning: SynonymMeaning,
  ifMatch: string,
): Promise<SearchSynonym> {
  permit(ctx, "directory:curate");
  return transact(ctx, async (tx) => {
    const before = await claimSynonym(tx, id);
    refuseOutdated(ifMatch, SearchSynonym, presentSynonym(before));
    const { phrase, termId } = await readMeaning(tx, meaning.phrase, meaning.topic);
    if (before.phrase === phrase && before.topic === meaning.topic) return presentSynonym(before);
    if (await isTaken(tx, phrase, termId, id)) fail(synonymExists);
    await rememberRemoval(tx, before);
    await tx.update(searchSynonyms).set({ phrase, taxonomyTermId: termId }).where(eq(searchSynonyms.id, id));
    await forgetRemoval(tx, phrase, termId);
    await knowSynonymWords(tx);
    await record(tx, ctx, { action: "synonym.changed", subjectId: id });
    return presentSynonym((await findSynonym(tx, id)) ?? fail(synonymNotFound));
  });
}

export default operation(route, (ctx, { params, body, ifMatch }) =>
  changeSynonym(ctx, params.synonymId, body, ifMatch),
);
