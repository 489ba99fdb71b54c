import { createRoute, z } from "@hono/zod-openapi";
import { caseNotShared } from "../../cases/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import { calendarLater } from "../../platform/calendar.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { Time } from "../../platform/text/text.ts";
import { alreadyHeld, holdTooLong, referralNotFound, referralNotOpen } from "../problems.ts";
import { getSentReferral } from "./get-referral.ts";
import { turnReferral } from "./move-referral.ts";
import { presentSentReferral } from "./present-referral.ts";
import { claimReadableReferral } from "./store.ts";
import { ReferralPath, SentReferral } from "./wire.ts";

const Hold = z
  .strictObject({
    until: Time.openapi({
      description: "When its deadline may run again, within 30 days",
      example: "2026-01-30T09:00:00Z",
    }),
  })
  .openapi("Hold");

const route = createRoute({
  operationId: "holdReferral",
  method: "post",
  path: "/referrals/{referralId}/hold",
  tags: ["Referrals"],
  summary: "Hold a referral",
  description:
    "For a caller who needs time: nothing is due before then, and nobody is urged. Once in a referral's life, for 30 days at most.",
  security: needs("referrals:send"),
  request: { params: ReferralPath, body: json(Hold, "Until when") },
  responses: {
    200: json(SentReferral, "The held referral"),
    ...problems(
      referralNotFound,
      permissionMissing,
      caseNotShared,
      referralNotOpen,
      alreadyHeld,
      holdTooLong,
    ),
  },
});

export function holdReferral(
  ctx: Context,
  referralId: string,
  { until }: z.output<typeof Hold>,
): Promise<SentReferral> {
  permit(ctx, "referrals:send");
  return transact(ctx, async (tx) => {
    const view = await claimReadableReferral(tx, ctx, referralId);
    const { referral } = view;
    const now = ctx.now();
    const heldUntil = new Date(until);
    if (referral.heldUntil?.getTime() === heldUntil.getTime()) return presentSentReferral(view, now);
    if (referral.heldUntil) fail(alreadyHeld);
    if (heldUntil <= now || heldUntil > calendarLater(now, { days: 30 })) fail(holdTooLong);
    const held = await turnReferral(tx, ctx, referral, "hold", now, { heldUntil });
    return presentSentReferral({ ...view, referral: held }, now);
  });
}

export default operation(
  route,
  (ctx, { params, body }) => holdReferral(ctx, params.referralId, body),
  getSentReferral,
);
