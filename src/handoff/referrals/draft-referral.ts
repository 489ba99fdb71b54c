import { record } from "../../audit/index.ts";
import { findReadableQuestion, helpQuestionEnded } from "../../cases/index.ts";
import { enqueue } from "../../deliveries/index.ts";
import { findServiceForHandoff, serviceNotFound } from "../../directory/index.ts";
import { findParticipant, participantByPhone } from "../../identity/index.ts";
import { actingMember } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { fail } from "../../platform/http/problem.ts";
import { acuteIsAPhoneCall, participantSendsNone, serviceTakesNoHandoffs } from "../problems.ts";
import { type ReferralRow, referrals } from "../schema.ts";
import { draftDeadline } from "./deadlines.ts";
import { findSentReferral, type ReferralView } from "./store.ts";

export interface Draft
  extends Pick<ReferralRow, "helpQuestionId" | "serviceId" | "ageBand" | "ageBandOf" | "safetyFlags"> {
  urgency: ReferralRow["urgency"];
  continuesId?: string;
}

/** Drafts the offer of a readable, open question to a service that takes handoffs. */
export async function draftReferral(tx: Database, ctx: Context, draft: Draft): Promise<ReferralView> {
  const { question, case: file } = await findReadableQuestion(tx, ctx, draft.helpQuestionId);
  if (question.endedAt) fail(helpQuestionEnded);
  const recipientId = await findRecipient(tx, ctx, draft);
  const moveId = ctx.newId();
  const draftedAt = ctx.now();
  const row = {
    id: ctx.newId(),
    senderId: ctx.actor.participantId,
    recipientId,
    caseId: file.id,
    helpQuestionId: question.id,
    serviceId: draft.serviceId,
    draftedBy: actingMember(ctx),
    state: "draft" as const,
    lastStep: "drafted" as const,
    moveId,
    movedAt: draftedAt,
    continuesId: draft.continuesId ?? null,
    stage: "running" as const,
    ...draftDeadline(draftedAt),
    domain: question.domain,
    topics: question.topics,
    relation: file.relation,
    ageBand: draft.ageBand,
    ageBandOf: draft.ageBandOf,
    language: file.language,
    province: file.province,
    urgency: draft.urgency,
    safetyFlags: [...new Set(draft.safetyFlags)],
    draftedAt,
    offeredAt: null,
  };
  await Promise.all([
    tx.insert(referrals).values(row),
    record(tx, ctx, {
      id: moveId,
      action: "referral.drafted",
      subjectId: row.id,
      caseId: row.caseId,
      at: draftedAt,
    }),
    enqueue(tx, ctx, { type: "referral.drafted", subjectId: row.id, moveId, at: draftedAt, referral: row }),
  ]);
  return findSentReferral(tx, ctx, row.id);
}

/** Who answers for the service; refuses what cannot be offered. */
async function findRecipient(tx: Database, ctx: Context, { serviceId, urgency }: Draft): Promise<string> {
  const service = (await findServiceForHandoff(tx, serviceId)) ?? fail(serviceNotFound);
  if (urgency === "acute") {
    const detail =
      service.phone &&
      `Nobody may wait for an answer here. Phone the service now: ${service.phone}. In danger, phone 112.`;
    fail(acuteIsAPhoneCall, detail ? { detail } : {});
  }
  const own = await findParticipant(tx, ctx.actor.participantId);
  if (!own?.terms?.sends) fail(participantSendsNone);
  if (!service.participantId && service.status === "active" && service.phone)
    return participantByPhone(tx, ctx, service);
  if (!service.receives || !service.participantId || service.participantId === ctx.actor.participantId)
    return fail(serviceTakesNoHandoffs);
  return service.participantId;
}
