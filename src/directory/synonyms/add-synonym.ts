import { createRoute } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation, tagged } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { synonymExists, synonymNotFound } from "../problems.ts";
import { searchSynonyms } from "../schema.ts";
import { knowSynonymWords } from "../search/search-index.ts";
import { getSynonym } from "./get-synonym.ts";
import { findSynonym, forgetRemoval, isTaken, readMeaning } from "./store.ts";
import { presentSynonym, SearchSynonym, SynonymMeaning } from "./wire.ts";

const route = createRoute({
  operationId: "addSynonym",
  method: "post",
  path: "/search-synonyms",
  tags: ["Directory quality"],
  summary: "Add callers' own words for a topic",
  description:
    "From then on search reads the topic in a sentence that holds these words close together, in any order and form.",
  security: needs("directory:curate"),
  request: { body: json(SynonymMeaning, "The words and their topic") },
  responses: {
    201: tagged(SearchSynonym, "The synonym"),
    ...problems(synonymExists, permissionMissing),
  },
});

export function addSynonym(ctx: Context, meaning: SynonymMeaning): Promise<SearchSynonym> {
  permit(ctx, "directory:curate");
  return transact(ctx, async (tx) => {
    const { phrase, termId } = await readMeaning(tx, meaning.phrase, meaning.topic);
    if (await isTaken(tx, phrase, termId)) fail(synonymExists);
    const id = ctx.newId();
    await tx.insert(searchSynonyms).values({ id, phrase, taxonomyTermId: termId });
    await forgetRemoval(tx, phrase, termId);
    await knowSynonymWords(tx);
    await record(tx, ctx, { action: "synonym.added", subjectId: id });
    return presentSynonym((await findSynonym(tx, id)) ?? fail(synonymNotFound));
  });
}

export default operation(route, (ctx, { body }) => addSynonym(ctx, body), getSynonym);
