import { createRoute, z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { findUnknownTopics } from "../../directory/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/db.ts";
import { json, operation } from "../../platform/operation.ts";
import { fail, invalidRequest, problems } from "../../platform/problem.ts";
import { caseNotFound, caseNotShared } from "../problems.ts";
import { helpQuestions } from "../schema.ts";
import { actingMember, findReadableCase, findReadableQuestion } from "./case-store.ts";
import { CasePath, domain, HelpQuestion, presentHelpQuestion, topics } from "./case-wire.ts";

const NewHelpQuestion = z.strictObject({ domain, topics }).openapi("NewHelpQuestion");
type NewHelpQuestion = z.output<typeof NewHelpQuestion>;

const route = createRoute({
  operationId: "addHelpQuestion",
  method: "post",
  path: "/cases/{caseId}/help-questions",
  tags: ["Cases"],
  summary: "Add a help question",
  description: "Frames one concrete need of the caller in codes. The acting member sees to it.",
  security: needs("cases"),
  request: { params: CasePath, body: json(NewHelpQuestion, "The need, in codes") },
  responses: {
    201: json(HelpQuestion, "The help question"),
    ...problems(caseNotFound, caseNotShared, permissionMissing),
  },
});

export function addHelpQuestion(ctx: Context, caseId: string, input: NewHelpQuestion): Promise<HelpQuestion> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    await findReadableCase(tx, ctx, caseId);
    const unknown = await findUnknownTopics(tx, input.topics);
    if (unknown.length > 0)
      fail(invalidRequest, {
        errors: unknown.map((topic) => ({
          in: "body",
          pointer: `/topics/${input.topics.indexOf(topic)}`,
          detail: "must be the code of a taxonomy term",
        })),
      });
    const row = {
      id: ctx.newId(),
      participantId: ctx.actor.participantId,
      caseId,
      domain: input.domain,
      topics: [...new Set(input.topics)],
      ownerId: actingMember(ctx),
      nextAction: null,
      nextActionOn: null,
      addedAt: ctx.now(),
      endedAt: null,
      endReason: null,
    };
    await tx.insert(helpQuestions).values(row);
    await record(tx, ctx, { action: "help-question.added", subjectId: row.id, caseId: row.caseId });
    return presentHelpQuestion(row);
  });
}

function presentAgain(ctx: Context, helpQuestionId: string): Promise<HelpQuestion> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) =>
    presentHelpQuestion((await findReadableQuestion(tx, ctx, helpQuestionId)).question),
  );
}

export default operation(
  route,
  (ctx, { params, body }) => addHelpQuestion(ctx, params.caseId, body),
  presentAgain,
);
