import { createRoute, z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { matchesWord, mostFailures } from "../../cases/index.ts";
import { needs, permissionMissing } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { line } from "../../platform/text/text.ts";
import { permitPerson } from "./may.ts";
import { requestCodeWordLocked, requestCodeWordNotFound, requestNotFound } from "./problems.ts";
import { openRequestSeal } from "./request-key.ts";
import { claimRequest, countFailures } from "./store.ts";
import { RequestPath } from "./wire.ts";

const RequestWord = z
  .strictObject({
    word: line(100).openapi({ description: "The word as the caller says it", example: "Blauwe fiets" }),
  })
  .openapi("RequestWord");

const RequestWordCheck = z
  .object({ matched: z.boolean().openapi({ description: "Whether it is the agreed word", example: true }) })
  .openapi("RequestWordCheck");

const route = createRoute({
  operationId: "checkRequestCodeWord",
  method: "post",
  path: "/callback-requests/{requestId}/code-word-checks",
  tags: ["Callback requests"],
  summary: "Check an anonymous caller's code word",
  description:
    "Before anything is told to somebody who makes contact again at the agreed time. After five wrong words none is taken until a new one is agreed; a right one begins the count anew. Each request counts, a repeated one too.",
  security: needs("requests"),
  request: { params: RequestPath, body: json(RequestWord, "What the caller says") },
  responses: {
    200: json(RequestWordCheck, "Whether it is the word"),
    ...problems(requestNotFound, requestCodeWordNotFound, requestCodeWordLocked, permissionMissing),
  },
});

export async function checkRequestCodeWord(ctx: Context, requestId: string, word: string) {
  permitPerson(ctx);
  const outcome = await transact(ctx, async (tx) => {
    const row = await claimRequest(tx, ctx, requestId);
    if (!row.codeWord) return fail(requestCodeWordNotFound);
    const locked = row.codeWordFailures >= mostFailures;
    const seal = await openRequestSeal(tx, ctx, requestId);
    const matched = !locked && (await matchesWord(word, await seal.open("code_word", row.codeWord)));
    if (!locked) await countFailures(tx, row, matched ? 0 : row.codeWordFailures + 1);
    const told = locked ? "locked" : matched ? "matched" : "not-matched";
    await record(tx, ctx, { action: `code-word.${told}`, subjectId: requestId, caseId: undefined });
    return told;
  });
  // Only now: a refusal inside would take the audit entry back.
  if (outcome === "locked") fail(requestCodeWordLocked);
  return { matched: outcome === "matched" };
}

export default operation(route, (ctx, { params, body }) =>
  checkRequestCodeWord(ctx, params.requestId, body.word),
);
