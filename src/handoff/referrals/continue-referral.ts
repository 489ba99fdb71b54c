import { createRoute, z } from "@hono/zod-openapi";
import { caseNotShared, helpQuestionEnded } from "../../cases/index.ts";
import { serviceNotFound } from "../../directory/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import {
  participantSendsNone,
  referralNotFound,
  referralStillOpen,
  serviceTakesNoHandoffs,
} from "../problems.ts";
import { draftReferral } from "./draft-referral.ts";
import { getSentReferral } from "./get-referral.ts";
import { presentSentReferral } from "./present-referral.ts";
import { hasEnded, stateAt } from "./referral.ts";
import { claimReadableReferral } from "./store.ts";
import { ReferralPath, SentReferral } from "./wire.ts";

const Continuation = z
  .strictObject({
    serviceId: Id.openapi({
      description: "The service to try instead; a decline may have named one",
      example: "8a7b6c5d-4e3f-4a2b-9c1d-0e9f8a7b6c55",
    }),
  })
  .openapi("Continuation");

const route = createRoute({
  operationId: "continueReferral",
  method: "post",
  path: "/referrals/{referralId}/continuation",
  tags: ["Referrals"],
  summary: "Try another service",
  description:
    "Drafts a new referral of the same help question from one that was declined, withdrawn or has lapsed, with the same age band, urgency and safety flags. It needs a basis of its own: the caller's consent for the new recipient.",
  security: needs("referrals:send"),
  request: { params: ReferralPath, body: json(Continuation, "Which service instead") },
  responses: {
    201: json(SentReferral, "The new draft"),
    ...problems(
      referralNotFound,
      serviceNotFound,
      permissionMissing,
      caseNotShared,
      participantSendsNone,
      referralStillOpen,
      helpQuestionEnded,
      serviceTakesNoHandoffs,
    ),
  },
});

export function continueReferral(
  ctx: Context,
  referralId: string,
  { serviceId }: z.output<typeof Continuation>,
): Promise<SentReferral> {
  permit(ctx, "referrals:send");
  return transact(ctx, async (tx) => {
    const { referral } = await claimReadableReferral(tx, ctx, referralId);
    const state = stateAt(referral, ctx.now());
    if (!hasEnded(state) || state === "completed") fail(referralStillOpen);
    const { helpQuestionId, ageBand, ageBandOf, urgency, safetyFlags } = referral;
    const draft = { helpQuestionId, serviceId, ageBand, ageBandOf, urgency, safetyFlags };
    return presentSentReferral(
      await draftReferral(tx, ctx, { ...draft, continuesId: referralId }),
      ctx.now(),
    );
  });
}

export default operation(
  route,
  (ctx, { params, body }) => continueReferral(ctx, params.referralId, body),
  getSentReferral,
);
