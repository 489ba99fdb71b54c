import type { z } from "@hono/zod-openapi";
import type { Side } from "../codes.ts";
import type { ObligationRow } from "../obligations/schema.ts";
import type { ReferralRow } from "../schema.ts";
import { toldAt } from "./apart.ts";
import { hasEnded, openStateAt, type ReferralState, stateAt } from "./referral.ts";
import { standing } from "./standstill.ts";
import type { ReferralView } from "./store.ts";
import type { Obligation, ReceivedReferral, Referral, SentReferral, WithdrawnReferral } from "./wire.ts";

const presentSummary = (row: ReferralRow): SentReferral["summary"] => ({
  domain: row.domain,
  topics: row.topics,
  relation: row.relation,
  ageBand: row.ageBand,
  ageBandOf: row.ageBandOf,
  language: row.language,
  ...(row.province && { province: row.province }),
  urgency: row.urgency,
  safetyFlags: row.safetyFlags,
});

export function presentObligation(row: ObligationRow): z.input<typeof Obligation> {
  return {
    id: row.referralId,
    raisedAt: row.raisedAt.toISOString(),
    ...(!row.endedAt && { dueAt: row.dueAt.toISOString() }),
    ...(row.endedAt && { endedAt: row.endedAt.toISOString() }),
    ...(row.endedAs && { endedAs: row.endedAs }),
    ...(row.ground && { ground: row.ground }),
    ...(row.retainedUntil && { retainedUntil: row.retainedUntil }),
    ...(row.endedByFunction && { function: row.endedByFunction }),
  };
}

function presentAnswers(view: ReferralView, state: ReferralState) {
  const { referral: row, confirmed, obligation, suspensions } = view;
  const runOutAt = row.basisExpiresAt && toldAt(row, row.basisExpiresAt);
  const endedAt = hasEnded(state) ? (row.endedAt ?? runOutAt) : null;
  const { dueAt } = standing(row, row, suspensions);
  return {
    ...(row.offeredAt && { offeredAt: row.offeredAt.toISOString() }),
    ...(dueAt && !endedAt && { dueAt: dueAt.toISOString() }),
    ...(row.acknowledgedAt &&
      row.acknowledgedByFunction && {
        acknowledged: {
          at: row.acknowledgedAt.toISOString(),
          function: row.acknowledgedByFunction,
          ...(row.acknowledgedByName && { name: row.acknowledgedByName }),
        },
      }),
    ...(row.acceptedAt &&
      row.acceptedByName &&
      row.acceptedByContact && {
        accepted: {
          at: row.acceptedAt.toISOString(),
          name: row.acceptedByName,
          contact: row.acceptedByContact,
        },
      }),
    ...(row.declineReason && {
      declined: {
        reason: row.declineReason,
        ...(row.betterServiceId && { betterServiceId: row.betterServiceId }),
      },
    }),
    ...(row.proposedTimes && { proposedTimes: row.proposedTimes.map((time) => time.toISOString()) }),
    ...(row.introductionAt &&
      row.introductionChannel && {
        introduction: {
          at: row.introductionAt.toISOString(),
          channel: row.introductionChannel,
          missedTimes: row.missedTimes,
        },
      }),
    ...(confirmed && {
      confirmed: {
        ...(confirmed.helpline && { helpline: new Date(confirmed.helpline).toISOString() }),
        ...(confirmed.recipient && { recipient: new Date(confirmed.recipient).toISOString() }),
      },
    }),
    ...(row.connectedAt && { connectedAt: row.connectedAt.toISOString() }),
    ...(row.heldUntil && { heldUntil: row.heldUntil.toISOString() }),
    ...(row.outcome && row.outcomeBy && { outcome: { outcome: row.outcome, by: row.outcomeBy } }),
    ...(endedAt && { endedAt: endedAt.toISOString() }),
    ...(obligation && { obligation: presentObligation(obligation) }),
  };
}

export function presentSentReferral(view: ReferralView, now: Date): SentReferral {
  const { referral: row, service, recipient } = view;
  const state = stateAt(row, now);
  return {
    direction: "sent",
    id: row.id,
    state,
    caseId: row.caseId,
    helpQuestionId: row.helpQuestionId,
    ...(row.consentId && { consentId: row.consentId }),
    recipient: { id: row.recipientId, name: recipient },
    service: { id: row.serviceId, name: service },
    summary: presentSummary(row),
    draftedAt: row.draftedAt.toISOString(),
    ...(row.continuesId && { continuesId: row.continuesId }),
    ...(row.disclosedCategories && { disclosedCategories: row.disclosedCategories }),
    ...(row.suspendedAt && !hasEnded(state) && { suspendedAt: row.suspendedAt.toISOString() }),
    ...presentAnswers(view, state),
  };
}

export function presentReceivedReferral(view: ReferralView, now: Date): ReceivedReferral {
  const { referral: row, service, sender } = view;
  const state = openStateAt(row, now);
  const told = presentAnswers(view, state);
  // After completion what it rested on was taken back: then it is told as any other withdrawal is.
  if (state === "completed" && told.obligation)
    return {
      direction: "received",
      id: row.id,
      state: "withdrawn",
      endedAt: told.obligation.raisedAt,
      obligation: told.obligation,
    };
  // One that was suspended first had ended for its recipient then.
  const endedAt = row.suspendedAt?.toISOString() ?? told.endedAt;
  if (hasEnded(state) && state !== "completed")
    return {
      direction: "received",
      id: row.id,
      state,
      ...(endedAt && { endedAt }),
      ...(told.obligation && { obligation: told.obligation }),
    };
  return {
    direction: "received",
    id: row.id,
    state,
    sender: { id: row.senderId, name: sender },
    service: { id: row.serviceId, name: service },
    summary: presentSummary(row),
    ...(state === "connected" && { feedbackAgreed: view.feedbackAgreed }),
    ...told,
  };
}

export function presentWithdrawnReferral(row: ReferralRow): WithdrawnReferral {
  const endedAt = row.endedAt ?? row.basisExpiresAt ?? row.movedAt;
  return { id: row.id, state: "withdrawn", endedAt: endedAt.toISOString() };
}

export const presentOwnSide = (view: ReferralView, side: Side, now: Date): Referral =>
  side === "helpline" ? presentSentReferral(view, now) : presentReceivedReferral(view, now);
