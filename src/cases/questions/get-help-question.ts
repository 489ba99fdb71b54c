import { createRoute } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { open } from "../case-key.ts";
import { caseNotShared, helpQuestionNotFound } from "../problems.ts";
import { findReadableQuestion } from "../store.ts";
import { listChanges } from "./store.ts";
import { HelpQuestionFile, HelpQuestionPath, placeOfWords, presentQuestionFile } from "./wire.ts";

/** Nobody changes a help question more often. */
const most = 200;

const route = createRoute({
  operationId: "getHelpQuestion",
  method: "get",
  path: "/help-questions/{helpQuestionId}",
  tags: ["Cases"],
  summary: "Read a help question",
  description:
    "One need of the caller, with their own words if they were kept, and how it went from hand to hand. Each reading is written down.",
  security: needs("cases"),
  request: { params: HelpQuestionPath },
  responses: {
    200: json(HelpQuestionFile, "The help question"),
    ...problems(helpQuestionNotFound, caseNotShared, permissionMissing),
  },
});

export function getHelpQuestion(ctx: Context, helpQuestionId: string): Promise<HelpQuestionFile> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    const { question } = await findReadableQuestion(tx, ctx, helpQuestionId);
    const { id, caseId, sealed } = question;
    await record(tx, ctx, { action: "help-question.read", subjectId: id, caseId });
    const words = sealed ? await open(tx, ctx, caseId, placeOfWords(id), sealed) : undefined;
    return presentQuestionFile(question, await listChanges(tx, id, most), words);
  });
}

export default operation(route, (ctx, { params }) => getHelpQuestion(ctx, params.helpQuestionId));
