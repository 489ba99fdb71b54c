import { createRoute, z } from "@hono/zod-openapi";
import { and, eq } from "drizzle-orm";
import { record } from "../../../audit/index.ts";
import { caseNotShared, seal } from "../../../cases/index.ts";
import { actingMember, needs, permissionMissing, permit } from "../../../permissions.ts";
import type { Context } from "../../../platform/context.ts";
import { transact } from "../../../platform/database/transact.ts";
import { json, operation } from "../../../platform/http/operation.ts";
import { fail, invalidRequest, problems } from "../../../platform/http/problem.ts";
import { type ReportingStepRow, reportingSteps } from "../../schema.ts";
import { conversationNotFound, noDangerSigns, stepOutOfTurn } from "../problems.ts";
import { findReadableConversation } from "../store.ts";
import { ConversationPath } from "../wire.ts";
import { decisionsAt, isReached, needsReason } from "./rule.ts";
import { listSteps } from "./store.ts";
import {
  placeOfWords,
  presentDecision,
  StepDecision,
  stepDecision,
  stepName,
  stepReason,
  stepWords,
} from "./wire.ts";

const NewStep = z
  .strictObject({
    step: stepName,
    decision: stepDecision,
    reason: stepReason.optional(),
    words: stepWords.optional(),
  })
  .openapi("NewStepDecision");
type NewStep = z.output<typeof NewStep>;

const route = createRoute({
  operationId: "recordStep",
  method: "post",
  path: "/conversations/{conversationId}/steps",
  tags: ["Conversations"],
  summary: "Record what was decided at a step",
  description:
    "Writes down a decision at one of the five steps, with its reason. In their order, though any may turn out not to be possible. A decision is never changed: another one at the same step stands instead. To report is a decision that is written down here and carried out by people.",
  security: needs("cases"),
  request: { params: ConversationPath, body: json(NewStep, "What was decided, and why") },
  responses: {
    201: json(StepDecision, "The decision"),
    ...problems(conversationNotFound, caseNotShared, permissionMissing, noDangerSigns, stepOutOfTurn),
  },
});

export function recordStep(ctx: Context, conversationId: string, input: NewStep): Promise<StepDecision> {
  permit(ctx, "cases");
  requireFitting(input);
  return transact(ctx, async (tx) => {
    const { caseId, stepsDueAt } = await findReadableConversation(tx, ctx, conversationId);
    if (!stepsDueAt) fail(noDangerSigns);
    const decided = (await listSteps(tx, conversationId)).map(({ step }) => step);
    if (!isReached(input.step, decided)) fail(stepOutOfTurn);
    const id = ctx.newId();
    const row: ReportingStepRow = {
      id,
      participantId: ctx.actor.participantId,
      caseId,
      conversationId,
      step: input.step,
      decision: input.decision,
      reason: input.reason ?? null,
      sealed: input.words ? await seal(tx, ctx, caseId, placeOfWords(id), input.words) : null,
      decidedBy: actingMember(ctx),
      at: ctx.now(),
    };
    await tx.insert(reportingSteps).values(row);
    await record(tx, ctx, { action: "conversation.step-decided", subjectId: id, caseId, at: row.at });
    return presentDecision(row);
  });
}

function requireFitting({ step, decision, reason }: NewStep): void {
  const refuse = (pointer: string, detail: string) =>
    fail(invalidRequest, { errors: [{ in: "body", pointer, detail }] });
  if (!decisionsAt(step).includes(decision)) refuse("/decision", "must be one that this step knows");
  if (!reason && needsReason(step, decision)) refuse("/reason", "must be given for this decision");
}

function presentAgain(ctx: Context, stepId: string): Promise<StepDecision> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    const { participantId, id } = reportingSteps;
    const [row] = await tx
      .select()
      .from(reportingSteps)
      .where(and(eq(participantId, ctx.actor.participantId), eq(id, stepId)));
    if (!row) return fail(conversationNotFound);
    await findReadableConversation(tx, ctx, row.conversationId);
    return presentDecision(row);
  });
}

export default operation(
  route,
  (ctx, { params, body }) => recordStep(ctx, params.conversationId, body),
  presentAgain,
);
