import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context } from "../platform/context.ts";
import { transact } from "../platform/db.ts";
import { json, operation } from "../platform/operation.ts";
import { fail, problems } from "../platform/problem.ts";
import { moveReferral } from "./move-referral.ts";
import { presentWithdrawnReferral } from "./present-referral.ts";
import { objectionNeeded, referralNotFound, referralNotOpen } from "./problems.ts";
import { claimSentReferral } from "./referral-store.ts";
import { ReferralPath, WithdrawnReferral } from "./referral-wire.ts";

const route = createRoute({
  operationId: "withdrawReferral",
  method: "post",
  path: "/referrals/{referralId}/withdrawal",
  tags: ["Referrals"],
  summary: "Withdraw a referral",
  description:
    "Ends a draft or a live referral for the caller, whatever its state: any counsellor of the helpline may do it. The recipient learns nothing more. The consent stands until it is withdrawn itself. A handoff on an override ends by the objection to it.",
  security: needs("referrals:send"),
  request: { params: ReferralPath },
  responses: {
    200: json(WithdrawnReferral, "It is withdrawn"),
    ...problems(referralNotFound, referralNotOpen, objectionNeeded, permissionMissing),
  },
});

export function withdrawReferral(ctx: Context, referralId: string): Promise<WithdrawnReferral> {
  permit(ctx, "referrals:send");
  return transact(ctx, async (tx) => {
    const { referral } = await claimSentReferral(tx, ctx, referralId);
    if (referral.state === "withdrawn") return presentWithdrawnReferral(referral);
    if (referral.overrideId) fail(objectionNeeded);
    return presentWithdrawnReferral(await moveReferral(tx, ctx, referral, "withdraw", ctx.now()));
  });
}

export default operation(
  route,
  (ctx, { params }) => withdrawReferral(ctx, params.referralId),
  withdrawReferral,
);
