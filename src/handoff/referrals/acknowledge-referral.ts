import { createRoute, z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { personalLine } from "../../platform/text/text.ts";
import { referralNotFound, referralNotOpen } from "../problems.ts";
import { getReceivedReferral } from "./get-referral.ts";
import { moveReferral } from "./move-referral.ts";
import { presentReceivedReferral } from "./present-referral.ts";
import { isLive, openStateAt } from "./referral.ts";
import { claimReceivedReferral } from "./store.ts";
import { ReceivedReferral, ReferralPath } from "./wire.ts";

const Acknowledgement = z
  .strictObject({
    function: personalLine(100).openapi({
      description: "The function of who takes it in",
      example: "intake",
    }),
    name: personalLine(200).optional().openapi({ description: "Their name, if they wish", example: "Noor" }),
  })
  .openapi("Acknowledgement");

const route = createRoute({
  operationId: "acknowledgeReferral",
  method: "post",
  path: "/referrals/{referralId}/acknowledgement",
  tags: ["Referrals"],
  summary: "Acknowledge a referral",
  description:
    "Tells the sender that the offer was taken in and by whom. It is a receipt, not an answer: accept or decline follows.",
  security: needs("referrals:receive"),
  request: { params: ReferralPath, body: json(Acknowledgement, "Who took it in") },
  responses: {
    200: json(ReceivedReferral, "The acknowledged referral"),
    ...problems(referralNotFound, referralNotOpen, permissionMissing),
  },
});

export function acknowledgeReferral(
  ctx: Context,
  referralId: string,
  by: z.output<typeof Acknowledgement>,
): Promise<ReceivedReferral> {
  permit(ctx, "referrals:receive");
  return transact(ctx, async (tx) => {
    const view = await claimReceivedReferral(tx, ctx, referralId);
    const { referral } = view;
    const now = ctx.now();
    const repeated =
      referral.acknowledgedByFunction === by.function && referral.acknowledgedByName === (by.name ?? null);
    if (repeated && isLive(openStateAt(referral, now))) return presentReceivedReferral(view, now);
    const acknowledged = await moveReferral(tx, ctx, referral, "acknowledge", now, {
      acknowledgedAt: now,
      acknowledgedByFunction: by.function,
      acknowledgedByName: by.name ?? null,
    });
    return presentReceivedReferral({ ...view, referral: acknowledged }, now);
  });
}

export default operation(
  route,
  (ctx, { params, body }) => acknowledgeReferral(ctx, params.referralId, body),
  getReceivedReferral,
);
