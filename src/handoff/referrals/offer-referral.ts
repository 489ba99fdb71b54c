import { createRoute, z } from "@hono/zod-openapi";
import {
  basisRefusal,
  caseNotShared,
  claimConsent,
  consentNotFound,
  findReadableQuestion,
  helpQuestionEnded,
} from "../../cases/index.ts";
import { findServiceForHandoff } from "../../directory/index.ts";
import { findParticipant } from "../../identity/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import { isInForce } from "../overrides/in-force.ts";
import { claimOverride } from "../overrides/store.ts";
import {
  consentDoesNotCover,
  overrideNotFound,
  overrideNotInForce,
  referralNotFound,
  referralNotOpen,
  serviceAlreadyAsked,
  serviceTakesNoHandoffs,
} from "../problems.ts";
import type { ReferralRow } from "../schema.ts";
import { toldAt } from "./apart.ts";
import { type Terms, usualTerms } from "./deadlines.ts";
import { getSentReferral } from "./get-referral.ts";
import { moveReferral } from "./move-referral.ts";
import { claimOtherOffer } from "./other-referrals.ts";
import { presentSentReferral } from "./present-referral.ts";
import { isLive, stateAt } from "./referral.ts";
import { claimSentReferral, requireShared } from "./store.ts";
import { ReferralPath, SentReferral } from "./wire.ts";

const Offer = z
  .union([
    z.strictObject({
      consentId: Id.openapi({
        description: "The handoff consent that it rests on",
        example: "9b6d0f1e-7a43-4d2c-8f5b-2c1d7e9a4b33",
      }),
    }),
    z.strictObject({
      overrideId: Id.openapi({
        description: "The override that it rests on instead",
        example: "4e8f1d2c-6b7a-4f3e-9c5d-8a1b2c3d4e55",
      }),
    }),
  ])
  .openapi("Offer", { description: "What it rests on: a consent, or an override" });
type Offer = z.output<typeof Offer>;

const route = createRoute({
  operationId: "offerReferral",
  method: "post",
  path: "/referrals/{referralId}/offer",
  tags: ["Referrals"],
  summary: "Offer a referral",
  description:
    "Sends the draft's coded summary to the recipient, on a consent that the caller gave for this recipient, or on an override. From then on the recipient sees it, and has the working days of its partnership to acknowledge and to answer.",
  security: needs("referrals:send"),
  request: { params: ReferralPath, body: json(Offer, "What it rests on") },
  responses: {
    200: json(SentReferral, "The offered referral"),
    ...problems(
      referralNotFound,
      consentNotFound,
      permissionMissing,
      caseNotShared,
      referralNotOpen,
      consentDoesNotCover,
      overrideNotFound,
      overrideNotInForce,
      helpQuestionEnded,
      serviceTakesNoHandoffs,
      serviceAlreadyAsked,
    ),
  },
});

export function offerReferral(ctx: Context, referralId: string, offer: Offer): Promise<SentReferral> {
  permit(ctx, "referrals:send");
  return transact(ctx, async (tx) => {
    const basis = await claimBasis(tx, ctx, offer);
    const view = await requireShared(tx, ctx, await claimSentReferral(tx, ctx, referralId));
    const { referral } = view;
    const now = ctx.now();
    const repeated = referral.consentId === basis.consentId && referral.overrideId === basis.overrideId;
    if (isLive(stateAt(referral, now)) && repeated) return presentSentReferral(view, now);
    if (referral.state !== "draft") fail(referralNotOpen);
    basis.requireCover(referral, now);
    const terms = await requireReceiving(tx, ctx, referral);
    await requireNotAsked(tx, ctx, referral, now);
    const offered = await moveReferral(tx, ctx, referral, "offer", now, {
      consentId: basis.consentId,
      overrideId: basis.overrideId,
      basisExpiresAt: basis.expiresAt,
      offeredAt: now,
      terms,
    });
    return presentSentReferral({ ...view, referral: offered }, now);
  });
}

interface Basis {
  consentId: string | null;
  overrideId: string | null;
  expiresAt: Date;
  /** Refuses where the offer cannot rest on it. */
  requireCover(referral: ReferralRow, now: Date): void;
}

/** Locks what the offer is to rest on. */
async function claimBasis(tx: Database, ctx: Context, offer: Offer): Promise<Basis> {
  if ("consentId" in offer) {
    const consent = await claimConsent(tx, ctx, offer.consentId, "share");
    return {
      consentId: consent.id,
      overrideId: null,
      expiresAt: consent.expiresAt,
      requireCover(referral, now) {
        const refusal = basisRefusal(consent, referral, now);
        if (refusal) fail(consentDoesNotCover, { detail: refusal });
      },
    };
  }
  const override = await claimOverride(tx, ctx, offer.overrideId);
  return {
    consentId: null,
    overrideId: override.id,
    expiresAt: override.standsUntil,
    requireCover({ caseId, recipientId }, now) {
      const theirs = override.caseId === caseId && override.recipientId === recipientId;
      if (!theirs || !isInForce(override, now)) fail(overrideNotInForce);
    },
  };
}

const asOffered = (terms: Terms): Terms => ({
  acknowledgeWithin: terms.acknowledgeWithin,
  answerWithin: terms.answerWithin,
  answerGrace: terms.answerGrace,
  introduceWithin: terms.introduceWithin,
  confirmWithin: terms.confirmWithin,
  workingDays: terms.workingDays,
});

/** The recipient's terms, if the question is still open and the service still receives. */
async function requireReceiving(tx: Database, ctx: Context, referral: ReferralRow): Promise<Terms> {
  const { question } = await findReadableQuestion(tx, ctx, referral.helpQuestionId);
  if (question.endedAt) fail(helpQuestionEnded);
  const service = await findServiceForHandoff(tx, referral.serviceId);
  if (!service?.receives || service.participantId !== referral.recipientId)
    return fail(serviceTakesNoHandoffs);
  const terms = (await findParticipant(tx, referral.recipientId))?.terms;
  // By telephone no agreement is needed.
  return terms ? asOffered(terms) : usualTerms;
}

/** A service is asked once at a time: a second offer would have two people answer for one caller. */
async function requireNotAsked(tx: Database, ctx: Context, referral: ReferralRow, now: Date): Promise<void> {
  const other = await claimOtherOffer(tx, referral);
  if (!other) return;
  if (isLive(stateAt(other, now))) fail(serviceAlreadyAsked);
  // Its basis has run out, and the clock has not been by.
  await moveReferral(tx, ctx, other, "withdraw", toldAt(other, now));
}

export default operation(
  route,
  (ctx, { params, body }) => offerReferral(ctx, params.referralId, body),
  getSentReferral,
);
