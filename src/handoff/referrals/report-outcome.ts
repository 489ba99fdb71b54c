import { createRoute, z } from "@hono/zod-openapi";
import { caseNotShared } from "../../cases/index.ts";
import { needs, permissionMissing } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { outcomes } from "../codes.ts";
import { feedbackNotAgreed, referralNotFound, referralNotOpen } from "../problems.ts";
import { getReferral } from "./get-referral.ts";
import { moveReferral } from "./move-referral.ts";
import { presentOwnSide } from "./present-referral.ts";
import { openStateAt } from "./referral.ts";
import { claimOwnSide } from "./store.ts";
import { Referral, ReferralPath } from "./wire.ts";

const NewOutcome = z
  .strictObject({
    outcome: z.enum(outcomes).openapi({
      description:
        "Whether it helped. `unknown`: nobody could say. `unknown-by-choice`: the caller would rather not say",
      example: "helped",
    }),
  })
  .openapi("NewOutcome");

const route = createRoute({
  operationId: "reportOutcome",
  method: "post",
  path: "/referrals/{referralId}/outcome",
  tags: ["Referrals"],
  summary: "Report what came of it",
  description:
    "Completes the handoff. The counsellor reports what the caller says at the follow-up; the recipient only where the caller agreed that it reports back (`feedbackAgreed`).",
  security: [...needs("referrals:send"), ...needs("referrals:receive")],
  request: { params: ReferralPath, body: json(NewOutcome, "Whether it helped") },
  responses: {
    200: json(Referral, "The completed referral"),
    ...problems(referralNotFound, permissionMissing, caseNotShared, referralNotOpen, feedbackNotAgreed),
  },
});

export function reportOutcome(
  ctx: Context,
  referralId: string,
  { outcome }: z.output<typeof NewOutcome>,
): Promise<Referral> {
  return transact(ctx, async (tx) => {
    const { view, side } = await claimOwnSide(tx, ctx, referralId);
    const { referral } = view;
    const now = ctx.now();
    if (referral.outcome === outcome && referral.outcomeBy === side) return presentOwnSide(view, side, now);
    if (openStateAt(referral, now) !== "connected") fail(referralNotOpen);
    if (side === "recipient" && !view.feedbackAgreed) fail(feedbackNotAgreed);
    const completed = await moveReferral(tx, ctx, referral, "complete", now, { outcome, outcomeBy: side });
    return presentOwnSide({ ...view, referral: completed }, side, now);
  });
}

export default operation(
  route,
  (ctx, { params, body }) => reportOutcome(ctx, params.referralId, body),
  getReferral,
);
