import { createRoute, z } from "@hono/zod-openapi";
import { record } from "../audit/index.ts";
import { enqueue } from "../deliveries/index.ts";
import { findServiceForHandoff, serviceNotFound } from "../directory/index.ts";
import { findParticipant } from "../identity/index.ts";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context, Database } from "../platform/context.ts";
import { transact } from "../platform/db.ts";
import { json, operation } from "../platform/operation.ts";
import { fail, problems } from "../platform/problem.ts";
import { Id } from "../platform/text.ts";
import { actingMember, findReadableQuestion } from "./case-store.ts";
import { urgencies } from "./codes.ts";
import { getSentReferral } from "./get-referral.ts";
import {
  acuteIsAPhoneCall,
  caseNotShared,
  helpQuestionEnded,
  helpQuestionNotFound,
  participantSendsNone,
  serviceTakesNoHandoffs,
} from "./problems.ts";
import { findSentReferral } from "./referral-store.ts";
import { ageBand, ageBandOf, presentSentReferral, SentReferral, safety } from "./referral-wire.ts";
import { referrals } from "./schema.ts";

const NewReferral = z
  .strictObject({
    helpQuestionId: Id.openapi({ description: "The need", example: "6c1a9e52-0d4f-4b7e-a1c8-5e2f7b3d9a44" }),
    serviceId: Id.openapi({
      description: "The service that may meet it",
      example: "8a7b6c5d-4e3f-4a2b-9c1d-0e9f8a7b6c55",
    }),
    ageBand,
    ageBandOf,
    urgency: z.enum(urgencies).openapi({
      description: "`urgent`: an answer within one working day. `acute` is refused: phone the service",
      example: "normal",
    }),
    safetyFlags: safety.default([]),
  })
  .openapi("NewReferral");
type NewReferral = z.output<typeof NewReferral>;

const route = createRoute({
  operationId: "createReferral",
  method: "post",
  path: "/referrals",
  tags: ["Referrals"],
  summary: "Draft a referral",
  description:
    "Drafts the offer of one help question to one service. Domain, topics, relation, language and province are taken over from the question and its case as they are now. Nobody but your own team sees a draft.",
  security: needs("referrals:send"),
  request: { body: json(NewReferral, "Which need, which service, and what the recipient is told besides") },
  responses: {
    201: json(SentReferral, "The draft"),
    ...problems(
      helpQuestionNotFound,
      serviceNotFound,
      permissionMissing,
      caseNotShared,
      participantSendsNone,
      helpQuestionEnded,
      serviceTakesNoHandoffs,
      acuteIsAPhoneCall,
    ),
  },
});

export function createReferral(ctx: Context, input: NewReferral): Promise<SentReferral> {
  permit(ctx, "referrals:send");
  return transact(ctx, async (tx) => {
    const { question, case: file } = await findReadableQuestion(tx, ctx, input.helpQuestionId);
    if (question.endedAt) fail(helpQuestionEnded);
    const recipientId = await findRecipient(tx, ctx, input);
    const moveId = ctx.newId();
    const draftedAt = ctx.now();
    const row = {
      id: ctx.newId(),
      senderId: ctx.actor.participantId,
      recipientId,
      caseId: file.id,
      helpQuestionId: question.id,
      serviceId: input.serviceId,
      draftedBy: actingMember(ctx),
      state: "draft" as const,
      moveId,
      movedAt: draftedAt,
      domain: question.domain,
      topics: question.topics,
      relation: file.relation,
      ageBand: input.ageBand,
      ageBandOf: input.ageBandOf,
      language: file.language,
      province: file.province,
      urgency: input.urgency,
      safetyFlags: [...new Set(input.safetyFlags)],
      draftedAt,
      offeredAt: null,
    };
    await Promise.all([
      tx.insert(referrals).values(row),
      record(tx, ctx, { id: moveId, action: "referral.drafted", subjectId: row.id, at: draftedAt }),
      enqueue(tx, ctx, { type: "referral.drafted", subjectId: row.id, moveId, at: draftedAt, referral: row }),
    ]);
    return presentSentReferral(await findSentReferral(tx, ctx, row.id), ctx.now());
  });
}

/** Who answers for the service; refuses what cannot be offered. */
async function findRecipient(
  tx: Database,
  ctx: Context,
  { serviceId, urgency }: NewReferral,
): Promise<string> {
  const service = (await findServiceForHandoff(tx, serviceId)) ?? fail(serviceNotFound);
  if (urgency === "acute") {
    const detail =
      service.phone &&
      `Nobody may wait for an answer here. Phone the service now: ${service.phone}. In danger, phone 112.`;
    fail(acuteIsAPhoneCall, detail ? { detail } : {});
  }
  const own = await findParticipant(tx, ctx.actor.participantId);
  if (!own?.terms?.sends) fail(participantSendsNone);
  if (!service.receives || !service.participantId || service.participantId === ctx.actor.participantId)
    return fail(serviceTakesNoHandoffs);
  return service.participantId;
}

export default operation(route, (ctx, { body }) => createReferral(ctx, body), getSentReferral);
