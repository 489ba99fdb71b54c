import { createRoute, z } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { actingMember, needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import {
  caseNotShared,
  colleagueCannotAct,
  colleagueReadsNot,
  helpQuestionEnded,
  helpQuestionNotFound,
} from "../problems.ts";
import { helpQuestions } from "../schema.ts";
import { claimCase, findReadableQuestion, requireReader } from "../store.ts";
import { HelpQuestion, presentHelpQuestion } from "../wire.ts";
import { claimQuestion } from "./store.ts";
import { HelpQuestionPath } from "./wire.ts";

const Assignment = z
  .strictObject({
    ownerId: Id.openapi({
      description: "A counsellor who reads the case: its owner, or a colleague named in it",
      example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21",
    }),
  })
  .openapi("HelpQuestionAssignment");

const route = createRoute({
  operationId: "assignHelpQuestion",
  method: "put",
  path: "/help-questions/{helpQuestionId}/owner",
  tags: ["Cases"],
  summary: "Give a help question to a colleague",
  description:
    "Makes another counsellor see to one need of the caller. They read the case: name them in it first. What was planned next stays, and shows up in their day.",
  security: needs("cases"),
  request: { params: HelpQuestionPath, body: json(Assignment, "Who sees to it from now on") },
  responses: {
    200: json(HelpQuestion, "The help question"),
    ...problems(
      helpQuestionNotFound,
      caseNotShared,
      permissionMissing,
      helpQuestionEnded,
      colleagueCannotAct,
      colleagueReadsNot,
    ),
  },
});

export function assignHelpQuestion(
  ctx: Context,
  helpQuestionId: string,
  ownerId: string,
): Promise<HelpQuestion> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    const { case: file } = await findReadableQuestion(tx, ctx, helpQuestionId);
    // The case before its question, as whoever hands it over locks them.
    const claimed = await claimCase(tx, ctx, file.id);
    const question = await claimQuestion(tx, ctx, helpQuestionId);
    if (question.endedAt) fail(helpQuestionEnded);
    if (question.ownerId === ownerId) return presentHelpQuestion(question);
    await requireReader(tx, claimed, ownerId);
    const given = { ownerId, changedBy: actingMember(ctx), changedAt: ctx.now() };
    await tx.update(helpQuestions).set(given).where(eq(helpQuestions.id, question.id));
    await record(tx, ctx, {
      action: "help-question.assigned",
      subjectId: question.id,
      caseId: question.caseId,
      at: given.changedAt,
    });
    return presentHelpQuestion({ ...question, ...given });
  });
}

export default operation(route, (ctx, { params, body }) =>
  assignHelpQuestion(ctx, params.helpQuestionId, body.ownerId),
);
