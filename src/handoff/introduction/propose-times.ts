import { createRoute, z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import { calendarLater } from "../../platform/calendar.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { introductionTooLate, referralNotFound, referralNotOpen } from "../problems.ts";
import { turnReferral } from "../referrals/move-referral.ts";
import { presentReceivedReferral } from "../referrals/present-referral.ts";
import { claimReceivedReferral } from "../referrals/store.ts";
import { ReceivedReferral, ReferralPath } from "../referrals/wire.ts";
import { introductionTime } from "./wire.ts";

const ProposedTimes = z
  .strictObject({ times: z.array(introductionTime).min(1).max(10) })
  .openapi("ProposedTimes");

const route = createRoute({
  operationId: "proposeTimes",
  method: "put",
  path: "/referrals/{referralId}/proposed-times",
  tags: ["Introductions"],
  summary: "Propose times for the introduction",
  description:
    "Says when you could take part in the introduction, in place of earlier proposals: after accepting, or when the fixed time does not suit after all. The counsellor then fixes one with the caller.",
  security: needs("referrals:receive"),
  request: { params: ReferralPath, body: json(ProposedTimes, "The times, in order of preference") },
  responses: {
    200: json(ReceivedReferral, "The referral with the proposed times"),
    ...problems(referralNotFound, permissionMissing, referralNotOpen, introductionTooLate),
  },
});

export function proposeTimes(
  ctx: Context,
  referralId: string,
  { times }: z.output<typeof ProposedTimes>,
): Promise<ReceivedReferral> {
  permit(ctx, "referrals:receive");
  return transact(ctx, async (tx) => {
    const view = await claimReceivedReferral(tx, ctx, referralId);
    const now = ctx.now();
    const latest = calendarLater(now, { days: 60 });
    const proposedTimes = times.map((time) => new Date(time));
    if (proposedTimes.some((time) => time < now || time > latest)) fail(introductionTooLate);
    const referral = await turnReferral(tx, ctx, view.referral, "propose", now, { proposedTimes });
    return presentReceivedReferral({ ...view, referral }, now);
  });
}

export default operation(route, (ctx, { params, body }) => proposeTimes(ctx, params.referralId, body));
