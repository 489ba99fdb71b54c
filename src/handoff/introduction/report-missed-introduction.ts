import { createRoute } from "@hono/zod-openapi";
import { caseNotShared } from "../../cases/index.ts";
import { needs, permissionMissing } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { introductionNotYet, referralNotFound, referralNotOpen } from "../problems.ts";
import { getReferral } from "../referrals/get-referral.ts";
import { moveReferral, turnReferral } from "../referrals/move-referral.ts";
import { presentOwnSide } from "../referrals/present-referral.ts";
import { mostMissed, openStateAt } from "../referrals/referral.ts";
import { claimOwnSide, moved } from "../referrals/store.ts";
import { Referral, ReferralPath } from "../referrals/wire.ts";

const route = createRoute({
  operationId: "reportMissedIntroduction",
  method: "post",
  path: "/referrals/{referralId}/missed-introductions",
  tags: ["Introductions"],
  summary: "Report that the introduction did not take place",
  description:
    "Somebody of the three was not there. Either side reports it; the counsellor then fixes another time with the caller. After the third time the referral lapses.",
  security: [...needs("referrals:send"), ...needs("referrals:receive")],
  request: { params: ReferralPath },
  responses: {
    200: json(Referral, "The referral"),
    ...problems(referralNotFound, permissionMissing, caseNotShared, referralNotOpen, introductionNotYet),
  },
});

export function reportMissedIntroduction(ctx: Context, referralId: string): Promise<Referral> {
  return transact(ctx, async (tx) => {
    const { view, side } = await claimOwnSide(tx, ctx, referralId);
    const { referral } = view;
    const now = ctx.now();
    if (openStateAt(referral, now) !== "scheduled") fail(referralNotOpen);
    if (!referral.introductionAt || referral.introductionAt > now) fail(introductionNotYet);
    // Said twice of one introduction it is still one.
    if (referral.missedAt && referral.missedAt >= referral.introductionAt)
      return presentOwnSide(view, side, now);
    const missedTimes = referral.missedTimes + 1;
    const missed = await (missedTimes < mostMissed
      ? turnReferral(tx, ctx, referral, "miss", now, { missedTimes, missedAt: now })
      : moveReferral(tx, ctx, referral, "lapse", now, { missedTimes, missedAt: now }));
    return presentOwnSide(await moved(tx, view, missed), side, now);
  });
}

export default operation(
  route,
  (ctx, { params }) => reportMissedIntroduction(ctx, params.referralId),
  getReferral,
);
