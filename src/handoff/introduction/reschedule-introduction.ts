import { createRoute, z } from "@hono/zod-openapi";
import { caseNotShared, introductionUnsafe, safeContactStale } from "../../cases/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { introductionTooLate, referralNotFound, referralNotOpen } from "../problems.ts";
import { turnReferral } from "../referrals/move-referral.ts";
import { presentSentReferral } from "../referrals/present-referral.ts";
import { openStateAt } from "../referrals/referral.ts";
import { claimReadableReferral } from "../referrals/store.ts";
import { ReferralPath, SentReferral } from "../referrals/wire.ts";
import { requireFixable } from "./fixed-time.ts";
import { introductionChannel, introductionTime } from "./wire.ts";

const Rescheduling = z
  .strictObject({ at: introductionTime, channel: introductionChannel })
  .openapi("Rescheduling");

const route = createRoute({
  operationId: "rescheduleIntroduction",
  method: "put",
  path: "/referrals/{referralId}/introduction",
  tags: ["Introductions"],
  summary: "Fix the introduction at another time",
  description:
    "Fixes another time with the caller, before or after the introduction was missed. What is disclosed stays as it is. A recipient that cannot come proposes other times.",
  security: needs("referrals:send"),
  request: { params: ReferralPath, body: json(Rescheduling, "When and how instead") },
  responses: {
    200: json(SentReferral, "The referral with its new time"),
    ...problems(
      referralNotFound,
      permissionMissing,
      caseNotShared,
      referralNotOpen,
      introductionTooLate,
      introductionUnsafe,
      safeContactStale,
    ),
  },
});

export function rescheduleIntroduction(
  ctx: Context,
  referralId: string,
  { at, channel }: z.output<typeof Rescheduling>,
): Promise<SentReferral> {
  permit(ctx, "referrals:send");
  return transact(ctx, async (tx) => {
    const view = await claimReadableReferral(tx, ctx, referralId);
    const { referral } = view;
    const now = ctx.now();
    if (openStateAt(referral, now) !== "scheduled") fail(referralNotOpen);
    const fixed = referral.introductionAt?.getTime() === Date.parse(at);
    if (fixed && referral.introductionChannel === channel) return presentSentReferral(view, now);
    const introductionAt = await requireFixable(tx, ctx, referral, at, now);
    const turned = await turnReferral(tx, ctx, referral, "reschedule", now, {
      introductionAt,
      introductionChannel: channel,
    });
    return presentSentReferral({ ...view, referral: turned }, now);
  });
}

export default operation(route, (ctx, { params, body }) =>
  rescheduleIntroduction(ctx, params.referralId, body),
);
