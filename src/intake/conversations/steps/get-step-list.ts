import { createRoute, z } from "@hono/zod-openapi";
import { record } from "../../../audit/index.ts";
import { caseNotShared, openCaseSeal } from "../../../cases/index.ts";
import { needs, permissionMissing, permit } from "../../../permissions.ts";
import type { Context, Database } from "../../../platform/context.ts";
import { transact } from "../../../platform/database/transact.ts";
import { json, operation } from "../../../platform/http/operation.ts";
import { fail, problems } from "../../../platform/http/problem.ts";
import type { ReportingStepRow } from "../../schema.ts";
import { conversationNotFound, noDangerSigns } from "../problems.ts";
import { findReadableConversation } from "../store.ts";
import { ConversationPath } from "../wire.ts";
import { listSteps } from "./store.ts";
import { placeOfWords, presentStepList, StepList } from "./wire.ts";

const Language = z.strictObject({
  language: z
    .enum(["nl", "en"])
    .default("nl")
    .openapi({ description: "In which language the steps are told", example: "en" }),
});

const route = createRoute({
  operationId: "getStepList",
  method: "get",
  path: "/conversations/{conversationId}/step-list",
  tags: ["Conversations"],
  summary: "Read the steps after danger signs",
  description:
    "The five steps of the Dutch reporting code for domestic violence and child abuse, what can be decided at each, and what was. They help to decide; nothing is reported by them. Each reading is written down.",
  security: needs("cases"),
  request: { params: ConversationPath, query: Language },
  responses: {
    200: json(StepList, "The steps"),
    ...problems(conversationNotFound, caseNotShared, permissionMissing, noDangerSigns),
  },
});

export function getStepList(
  ctx: Context,
  conversationId: string,
  { language }: z.output<typeof Language>,
): Promise<StepList> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    const row = await findReadableConversation(tx, ctx, conversationId);
    if (!row.stepsDueAt) fail(noDangerSigns);
    const steps = await listSteps(tx, conversationId);
    await record(tx, ctx, { action: "conversation.read", subjectId: row.id, caseId: row.caseId });
    return presentStepList(row, steps, await openStepWords(tx, ctx, row.caseId, steps), language);
  });
}

/** The reasons in words, in the order of their rows. */
export async function openStepWords(
  tx: Database,
  ctx: Context,
  caseId: string,
  steps: readonly ReportingStepRow[],
): Promise<(string | undefined)[]> {
  if (!steps.some(({ sealed }) => sealed)) return [];
  const seal = await openCaseSeal(tx, ctx, caseId);
  return Promise.all(
    steps.map(({ id, sealed }) => (sealed ? seal.open(placeOfWords(id), sealed) : undefined)),
  );
}

export default operation(route, (ctx, { params, query }) => getStepList(ctx, params.conversationId, query));
