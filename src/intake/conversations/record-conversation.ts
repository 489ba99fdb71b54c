import { createRoute, z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { CasePath, caseNotFound, caseNotShared, findReadableCase, seal } from "../../cases/index.ts";
import { findUnknownTopics } from "../../directory/index.ts";
import { actingMember, needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, invalidRequest, problems } from "../../platform/http/problem.ts";
import { Id, Time } from "../../platform/text/text.ts";
import { appointmentEnded } from "../appointments/problems.ts";
import { type ConversationRow, conversations } from "../schema.ts";
import { stepsDueAt } from "./danger.ts";
import { holdPlanned } from "./hold-planned.ts";
import { appointmentOfAnother } from "./problems.ts";
import { findReadableConversation } from "./store.ts";
import { Conversation, chart, contact, placeOfNote, presentConversation, talkText } from "./wire.ts";

const NewConversation = z
  .strictObject({
    ...contact,
    appointmentId: Id.optional().openapi({
      description: "The appointment that it holds, of this case or of the request that it came from",
      example: "8f1b3d5c-2a4e-4c6f-9d7b-5e3a1c9f7b22",
    }),
    startedAt: Time.optional().openapi({
      description: "When it began; so many minutes ago, if left out",
      example: "2026-01-05T08:15:00Z",
    }),
    topics: chart.topics.default([]),
    harmed: chart.harmed.optional(),
    since: chart.since.optional(),
    goingOn: chart.goingOn.optional(),
    minorsInvolved: chart.minorsInvolved.optional(),
    dependence: chart.dependence.default([]),
    dangerSigns: chart.dangerSigns.default([]),
    nature: chart.nature.optional(),
    note: talkText.optional(),
  })
  .openapi("NewConversation");
type NewConversation = z.output<typeof NewConversation>;

const route = createRoute({
  operationId: "recordConversation",
  method: "post",
  path: "/cases/{caseId}/conversations",
  tags: ["Conversations"],
  summary: "Record a conversation",
  description:
    "Writes down that a counsellor talked with the caller: how, how long and what it came to; whatever else was charted is optional. With an appointment that one is held in the same moment. The note is sealed. Danger signs open the step list of the reporting code, to be gone through the next working day, and the same day where it is acute. Nothing is reported to anybody.",
  security: needs("cases"),
  request: { params: CasePath, body: json(NewConversation, "What was talked about, in codes") },
  responses: {
    201: json(Conversation, "The conversation"),
    ...problems(caseNotFound, caseNotShared, permissionMissing, appointmentOfAnother, appointmentEnded),
  },
});

export function recordConversation(
  ctx: Context,
  caseId: string,
  input: NewConversation,
): Promise<Conversation> {
  permit(ctx, "cases");
  const recordedAt = ctx.now();
  const startedAt = beginning(input, recordedAt);
  return transact(ctx, async (tx) => {
    await findReadableCase(tx, ctx, caseId);
    await requireAbuse(tx, input.topics);
    if (input.appointmentId) await holdPlanned(tx, ctx, input.appointmentId, caseId);
    const id = ctx.newId();
    const { note, appointmentId, dangerSigns } = input;
    const row: ConversationRow = {
      id,
      participantId: ctx.actor.participantId,
      caseId,
      appointmentId: appointmentId ?? null,
      counsellorId: actingMember(ctx),
      startedAt,
      minutes: input.minutes,
      channel: input.channel,
      outcome: input.outcome,
      topics: [...new Set(input.topics)],
      harmed: input.harmed ?? null,
      since: input.since ?? null,
      goingOn: input.goingOn ?? null,
      minorsInvolved: input.minorsInvolved ?? null,
      dependence: [...new Set(input.dependence)],
      dangerSigns: [...new Set(dangerSigns)],
      stepsDueAt: stepsDueAt(dangerSigns, recordedAt),
      nature: input.nature ?? null,
      sealed: note ? await seal(tx, ctx, caseId, placeOfNote(id), note) : null,
      recordedAt,
    };
    await tx.insert(conversations).values(row);
    await record(tx, ctx, { action: "conversation.recorded", subjectId: id, caseId, at: recordedAt });
    return presentConversation(row);
  });
}

function beginning({ startedAt, minutes }: NewConversation, now: Date): Date {
  if (startedAt === undefined) return new Date(now.getTime() - minutes * 60_000);
  const began = new Date(startedAt);
  if (began > now)
    fail(invalidRequest, { errors: [{ in: "body", pointer: "/startedAt", detail: "must not lie ahead" }] });
  return began;
}

async function requireAbuse(tx: Database, topics: readonly string[]): Promise<void> {
  const unknown = await findUnknownTopics(tx, topics, "abuse");
  if (unknown.length > 0)
    fail(invalidRequest, {
      errors: unknown.map((topic) => ({
        in: "body",
        pointer: `/topics/${topics.indexOf(topic)}`,
        detail: "must be the code of a term of the taxonomy abuse",
      })),
    });
}

function presentAgain(ctx: Context, conversationId: string): Promise<Conversation> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) =>
    presentConversation(await findReadableConversation(tx, ctx, conversationId)),
  );
}

export default operation(
  route,
  (ctx, { params, body }) => recordConversation(ctx, params.caseId, body),
  presentAgain,
);
