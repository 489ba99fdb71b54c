import { createRoute, z } from "@hono/zod-openapi";
import { findServiceForHandoff } from "../directory/index.ts";
import { findParticipant } from "../identity/index.ts";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context, Database } from "../platform/context.ts";
import { transact } from "../platform/db.ts";
import { json, operation } from "../platform/operation.ts";
import { fail, problems } from "../platform/problem.ts";
import { Id } from "../platform/text.ts";
import { claimConsent, findReadableQuestion } from "./case-store.ts";
import { basisRefusal } from "./consent.ts";
import { offerDeadlines } from "./deadlines.ts";
import { getSentReferral } from "./get-referral.ts";
import { moveReferral } from "./move-referral.ts";
import {
  caseNotShared,
  consentDoesNotCover,
  consentNotFound,
  helpQuestionEnded,
  recipientByPhone,
  referralNotFound,
  referralNotOpen,
  serviceTakesNoHandoffs,
} from "./problems.ts";
import { isLive, stateAt } from "./referral.ts";
import { claimSentReferral, requireShared } from "./referral-store.ts";
import { presentSentReferral, ReferralPath, SentReferral } from "./referral-wire.ts";
import type { ReferralRow } from "./schema.ts";

const Offer = z
  .strictObject({
    consentId: Id.openapi({
      description: "The handoff consent that it rests on",
      example: "9b6d0f1e-7a43-4d2c-8f5b-2c1d7e9a4b33",
    }),
  })
  .openapi("Offer");

const route = createRoute({
  operationId: "offerReferral",
  method: "post",
  path: "/referrals/{referralId}/offer",
  tags: ["Referrals"],
  summary: "Offer a referral",
  description:
    "Sends the draft's coded summary to the recipient, on a consent that the caller gave for this recipient. From then on the recipient sees it, and has the working days of its partnership to acknowledge and to answer.",
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
      helpQuestionEnded,
      serviceTakesNoHandoffs,
      recipientByPhone,
    ),
  },
});

export function offerReferral(
  ctx: Context,
  referralId: string,
  { consentId }: z.output<typeof Offer>,
): Promise<SentReferral> {
  permit(ctx, "referrals:send");
  return transact(ctx, async (tx) => {
    const consent = await claimConsent(tx, ctx, consentId, "share");
    const view = await requireShared(tx, ctx, await claimSentReferral(tx, ctx, referralId));
    const { referral } = view;
    const now = ctx.now();
    if (isLive(stateAt(referral, now)) && referral.consentId === consentId)
      return presentSentReferral(view, now);
    if (referral.state !== "draft") fail(referralNotOpen);
    const refusal = basisRefusal(consent, referral, now);
    if (refusal) fail(consentDoesNotCover, { detail: refusal });
    const terms = await requireReceiving(tx, ctx, referral);
    const { acknowledgeBy, answerBy } = offerDeadlines(now, referral.urgency, terms);
    const offered = await moveReferral(tx, ctx, referral, "offer", now, {
      consentId,
      basisExpiresAt: consent.expiresAt,
      offeredAt: now,
      dueAt: acknowledgeBy,
      answerDueAt: answerBy,
    });
    return presentSentReferral({ ...view, referral: offered }, now);
  });
}

/** The recipient's terms, if the question is still open and the service still receives. */
async function requireReceiving(tx: Database, ctx: Context, referral: ReferralRow) {
  const { question } = await findReadableQuestion(tx, ctx, referral.helpQuestionId);
  if (question.endedAt) fail(helpQuestionEnded);
  const service = await findServiceForHandoff(tx, referral.serviceId);
  if (!service?.receives || service.participantId !== referral.recipientId)
    return fail(serviceTakesNoHandoffs);
  if (service.reach === "phone")
    return fail(
      recipientByPhone,
      service.phone
        ? { detail: `It has no login to answer an offer with. Hand over by telephone: ${service.phone}.` }
        : {},
    );
  return (await findParticipant(tx, referral.recipientId))?.terms ?? fail(serviceTakesNoHandoffs);
}

export default operation(
  route,
  (ctx, { params, body }) => offerReferral(ctx, params.referralId, body),
  getSentReferral,
);
