import { createRoute } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { caseNotFound, caseNotShared, caseOwnerOnly } from "../problems.ts";
import { codeWords } from "../schema.ts";
import { claimOwnCase } from "../store.ts";
import { CasePath } from "../wire.ts";
import { hashWord } from "./hash-word.ts";
import { sealHash } from "./store.ts";
import { CodeWord } from "./wire.ts";

const route = createRoute({
  operationId: "agreeCodeWord",
  method: "put",
  path: "/cases/{caseId}/code-word",
  tags: ["Cases"],
  summary: "Agree on a code word with the caller",
  description:
    "The word by which the caller proves who they are when they phone again. It replaces the one before, and wrong words are counted anew. Only a slow hash of it is kept: nobody can read it back. Only the case's owner sets it.",
  security: needs("cases"),
  request: { params: CasePath, body: json(CodeWord, "The word") },
  responses: {
    204: { description: "It is set" },
    ...problems(caseNotFound, caseNotShared, caseOwnerOnly, permissionMissing),
  },
});

export function agreeCodeWord(ctx: Context, caseId: string, word: string): Promise<undefined> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    await claimOwnCase(tx, ctx, caseId);
    const set = { sealed: await sealHash(tx, ctx, caseId, await hashWord(word)), failures: 0 };
    await tx
      .insert(codeWords)
      .values({ caseId, participantId: ctx.actor.participantId, ...set })
      .onConflictDoUpdate({ target: codeWords.caseId, set });
    await record(tx, ctx, { action: "code-word.agreed", subjectId: caseId, caseId });
    return undefined;
  });
}

export default operation(route, (ctx, { params, body }) => agreeCodeWord(ctx, params.caseId, body.word));
