import { createRoute, z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { line, personalLine } from "../../platform/text/text.ts";
import { referralNotFound, referralNotOpen } from "../problems.ts";
import { getReceivedReferral } from "./get-referral.ts";
import { moveReferral } from "./move-referral.ts";
import { presentReceivedReferral } from "./present-referral.ts";
import { isLive, openStateAt } from "./referral.ts";
import { claimReceivedReferral } from "./store.ts";
import { ReceivedReferral, ReferralPath } from "./wire.ts";

const Acceptance = z
  .strictObject({
    name: personalLine(200).openapi({
      description: "The professional who takes it up",
      example: "Noor de Wit",
    }),
    contact: line(200).openapi({
      description: "How the counsellor reaches them: a direct number or a mail address",
      example: "030-1234567",
    }),
  })
  .openapi("Acceptance");

const route = createRoute({
  operationId: "acceptReferral",
  method: "post",
  path: "/referrals/{referralId}/acceptance",
  tags: ["Referrals"],
  summary: "Accept a referral",
  description:
    "Takes the referral up, by name. The counsellor then plans the introduction with the caller; until it is fixed, you do not learn who the caller is.",
  security: needs("referrals:receive"),
  request: { params: ReferralPath, body: json(Acceptance, "Who takes it up") },
  responses: {
    200: json(ReceivedReferral, "The accepted referral"),
    ...problems(referralNotFound, referralNotOpen, permissionMissing),
  },
});

export function acceptReferral(
  ctx: Context,
  referralId: string,
  { name, contact }: z.output<typeof Acceptance>,
): Promise<ReceivedReferral> {
  permit(ctx, "referrals:receive");
  return transact(ctx, async (tx) => {
    const view = await claimReceivedReferral(tx, ctx, referralId);
    const { referral } = view;
    const now = ctx.now();
    const repeated = referral.acceptedByName === name && referral.acceptedByContact === contact;
    if (repeated && isLive(openStateAt(referral, now))) return presentReceivedReferral(view, now);
    const accepted = await moveReferral(tx, ctx, referral, "accept", now, {
      acceptedAt: now,
      acceptedByName: name,
      acceptedByContact: contact,
    });
    return presentReceivedReferral({ ...view, referral: accepted }, now);
  });
}

export default operation(
  route,
  (ctx, { params, body }) => acceptReferral(ctx, params.referralId, body),
  getReceivedReferral,
);
