import { createRoute, z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { findUnknownTopics } from "../../directory/index.ts";
import { actingMember, needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, invalidRequest, problems } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import { seal } from "../case-key.ts";
import {
  caseNotFound,
  caseNotShared,
  colleagueCannotAct,
  colleagueReadsNot,
  conversationElsewhere,
} from "../problems.ts";
import { helpQuestions } from "../schema.ts";
import { findReadableCase, findReadableQuestion, listColleagues, requireReader } from "../store.ts";
import { CasePath, domain, HelpQuestion, presentHelpQuestion, topics } from "../wire.ts";
import { isConversationOf } from "./store.ts";
import { NextAction, ownWords, placeOfWords, requireWithinYear } from "./wire.ts";

const NewHelpQuestion = z
  .strictObject({
    domain,
    topics,
    conversationId: Id.optional().openapi({
      description: "The conversation of this case in which it was framed",
      example: "2e5b8c1d-4f7a-4d3e-9b6c-8a1f2d4e6b77",
    }),
    ownWords: ownWords.optional(),
    ownerId: Id.optional().openapi({
      description:
        "The colleague who sees to it: the case's owner or one named in it. Without one it is you, or the owner whose leave you cover",
      example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21",
    }),
    nextAction: NextAction.optional().openapi({ description: "What its owner does next, and on which day" }),
  })
  .openapi("NewHelpQuestion");
type NewHelpQuestion = z.output<typeof NewHelpQuestion>;

const route = createRoute({
  operationId: "addHelpQuestion",
  method: "post",
  path: "/cases/{caseId}/help-questions",
  tags: ["Cases"],
  summary: "Add a help question",
  description:
    "Frames one concrete need of the caller in codes and, if you like, in the caller's own words. Who sees to it and what comes next can be said at once.",
  security: needs("cases"),
  request: { params: CasePath, body: json(NewHelpQuestion, "The need, in codes") },
  responses: {
    201: json(HelpQuestion, "The help question"),
    ...problems(
      caseNotFound,
      caseNotShared,
      permissionMissing,
      colleagueCannotAct,
      colleagueReadsNot,
      conversationElsewhere,
    ),
  },
});

export function addHelpQuestion(ctx: Context, caseId: string, input: NewHelpQuestion): Promise<HelpQuestion> {
  permit(ctx, "cases");
  if (input.nextAction) requireWithinYear(input.nextAction.on, ctx.now(), "/nextAction/on");
  return transact(ctx, async (tx) => {
    const file = await findReadableCase(tx, ctx, caseId);
    await requireTopics(tx, input.topics);
    const { conversationId } = input;
    if (conversationId && !(await isConversationOf(tx, conversationId, caseId))) fail(conversationElsewhere);
    const id = ctx.newId();
    const addedAt = ctx.now();
    const row = {
      id,
      participantId: ctx.actor.participantId,
      caseId,
      domain: input.domain,
      topics: [...new Set(input.topics)],
      ownerId: await ownerFor(tx, ctx, file, input.ownerId),
      nextAction: input.nextAction?.action ?? null,
      nextActionOn: input.nextAction?.on ?? null,
      addedAt,
      endedAt: null,
      endReason: null,
      conversationId: conversationId ?? null,
      sealed: input.ownWords ? await seal(tx, ctx, caseId, placeOfWords(id), input.ownWords) : null,
      changedBy: actingMember(ctx),
      changedAt: addedAt,
    };
    await tx.insert(helpQuestions).values(row);
    await record(tx, ctx, { action: "help-question.added", subjectId: id, caseId, at: addedAt });
    return presentHelpQuestion(row);
  });
}

async function requireTopics(tx: Database, topics: readonly string[]): Promise<void> {
  const unknown = await findUnknownTopics(tx, topics);
  if (unknown.length > 0)
    fail(invalidRequest, {
      errors: unknown.map((topic) => ({
        in: "body",
        pointer: `/topics/${topics.indexOf(topic)}`,
        detail: "must be the code of a taxonomy term",
      })),
    });
}

/** Whoever is named, or else the acting member; for a case that is read in a colleague's place, its owner. */
async function ownerFor(
  tx: Database,
  ctx: Context,
  file: { id: string; ownerId: string },
  named: string | undefined,
): Promise<string> {
  if (named) await requireReader(tx, file, named);
  if (named) return named;
  const self = actingMember(ctx);
  if (self === file.ownerId) return self;
  const colleagues = await listColleagues(tx, file.id);
  return colleagues.some(({ memberId }) => memberId === self) ? self : file.ownerId;
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
