import { createRoute, z } from "@hono/zod-openapi";
import { findServiceForHandoff, serviceNotFound } from "../../directory/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import { declineReasons } from "../codes.ts";
import { referralNotFound, referralNotOpen } from "../problems.ts";
import { getReceivedReferral } from "./get-referral.ts";
import { moveReferral } from "./move-referral.ts";
import { presentReceivedReferral } from "./present-referral.ts";
import { claimReceivedReferral, moved } from "./store.ts";
import { ReceivedReferral, ReferralPath } from "./wire.ts";

const Declination = z
  .strictObject({
    reason: z.enum(declineReasons).openapi({ description: "Why not", example: "no-capacity" }),
    betterServiceId: Id.optional().openapi({
      description: "A service of the directory that fits better",
      example: "8a7b6c5d-4e3f-4a2b-9c1d-0e9f8a7b6c55",
    }),
  })
  .openapi("Declination");

const route = createRoute({
  operationId: "declineReferral",
  method: "post",
  path: "/referrals/{referralId}/declination",
  tags: ["Referrals"],
  summary: "Decline a referral",
  description:
    "Says no, with a reason, so that the counsellor can look further at once. Naming a service that fits better helps the caller most.",
  security: needs("referrals:receive"),
  request: { params: ReferralPath, body: json(Declination, "Why not, and where rather") },
  responses: {
    200: json(ReceivedReferral, "The declined referral"),
    ...problems(referralNotFound, serviceNotFound, referralNotOpen, permissionMissing),
  },
});

export function declineReferral(
  ctx: Context,
  referralId: string,
  { reason, betterServiceId }: z.output<typeof Declination>,
): Promise<ReceivedReferral> {
  permit(ctx, "referrals:receive");
  return transact(ctx, async (tx) => {
    const view = await claimReceivedReferral(tx, ctx, referralId);
    const { referral } = view;
    const now = ctx.now();
    const repeated =
      referral.declineReason === reason && referral.betterServiceId === (betterServiceId ?? null);
    if (repeated) return presentReceivedReferral(view, now);
    if (betterServiceId && !(await findServiceForHandoff(tx, betterServiceId))) fail(serviceNotFound);
    const declined = await moveReferral(tx, ctx, referral, "decline", now, {
      declineReason: reason,
      betterServiceId: betterServiceId ?? null,
    });
    return presentReceivedReferral(await moved(tx, view, declined), now);
  });
}

export default operation(
  route,
  (ctx, { params, body }) => declineReferral(ctx, params.referralId, body),
  getReceivedReferral,
);
