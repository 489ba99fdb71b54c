import { createRoute, z } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { line } from "../../platform/text/text.ts";
import { caseNotFound, codeWordLocked, codeWordNotFound } from "../problems.ts";
import { codeWords } from "../schema.ts";
import { findCase } from "../store.ts";
import { CasePath } from "../wire.ts";
import { matchesWord } from "./hash-word.ts";
import { claimCodeWord, mostFailures, openHash } from "./store.ts";

const SaidWord = z
  .strictObject({
    word: line(100).openapi({ description: "The word as the caller says it", example: "Blauwe fiets" }),
  })
  .openapi("SaidWord");

const CodeWordCheck = z
  .object({ matched: z.boolean().openapi({ description: "Whether it is the agreed word", example: true }) })
  .openapi("CodeWordCheck");

const route = createRoute({
  operationId: "checkCodeWord",
  method: "post",
  path: "/cases/{caseId}/code-word-checks",
  tags: ["Cases"],
  summary: "Check the caller's code word",
  description:
    "Before anything is told to somebody who names a case code. Any counsellor of the helpline may check: the owner is not always there. After five wrong words none is taken until the owner agrees on a new one; a right one begins the count anew. Each request counts, a repeated one too.",
  security: needs("cases"),
  request: { params: CasePath, body: json(SaidWord, "What the caller says") },
  responses: {
    200: json(CodeWordCheck, "Whether it is the word"),
    ...problems(caseNotFound, codeWordNotFound, codeWordLocked, permissionMissing),
  },
});

export async function checkCodeWord(ctx: Context, caseId: string, word: string) {
  permit(ctx, "cases");
  const outcome = await transact(ctx, async (tx) => {
    await findCase(tx, ctx, caseId);
    const agreed = (await claimCodeWord(tx, caseId)) ?? fail(codeWordNotFound);
    const locked = agreed.failures >= mostFailures;
    const matched = !locked && (await matchesWord(word, await openHash(tx, ctx, caseId, agreed.sealed)));
    const told = locked ? "locked" : matched ? "matched" : "not-matched";
    if (!locked)
      await tx
        .update(codeWords)
        .set({ failures: matched ? 0 : agreed.failures + 1 })
        .where(eq(codeWords.caseId, caseId));
    await record(tx, ctx, { action: `code-word.${told}`, subjectId: caseId, caseId });
    return told;
  });
  // Only now: a refusal inside would take the audit entry back.
  if (outcome === "locked") fail(codeWordLocked);
  return { matched: outcome === "matched" };
}

export default operation(route, (ctx, { params, body }) => checkCodeWord(ctx, params.caseId, body.word));
