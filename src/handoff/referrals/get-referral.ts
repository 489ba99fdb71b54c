import { createRoute } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { caseNotShared } from "../../cases/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { Problem, problems } from "../../platform/http/problem.ts";
import { referralNotFound } from "../problems.ts";
import { presentReceivedReferral, presentSentReferral } from "./present-referral.ts";
import { findReceivedReferral, findSentReferral, type ReferralView } from "./store.ts";
import { type ReceivedReferral, Referral, ReferralPath, type SentReferral } from "./wire.ts";

const route = createRoute({
  operationId: "getReferral",
  method: "get",
  path: "/referrals/{referralId}",
  tags: ["Referrals"],
  summary: "Read a referral",
  description:
    "A referral that you sent or received, as your side of it sees it. Each reading is written down.",
  security: [...needs("referrals:send"), ...needs("referrals:receive")],
  request: { params: ReferralPath },
  responses: {
    200: json(Referral, "The referral"),
    ...problems(referralNotFound, caseNotShared, permissionMissing),
  },
});

/** Sent or received: tried in this order, by what the actor may do at all. */
export async function getReferral(ctx: Context, referralId: string): Promise<Referral> {
  const { permissions } = ctx.actor;
  if (!permissions.has("referrals:send")) return getReceivedReferral(ctx, referralId);
  if (!permissions.has("referrals:receive")) return getSentReferral(ctx, referralId);
  return getSentReferral(ctx, referralId).catch((error) => {
    if (error instanceof Problem && error.definition === referralNotFound)
      return getReceivedReferral(ctx, referralId);
    throw error;
  });
}

export function getSentReferral(ctx: Context, referralId: string): Promise<SentReferral> {
  permit(ctx, "referrals:send");
  return transact(ctx, async (tx) => {
    const view = await findSentReferral(tx, ctx, referralId);
    await recordReading(tx, ctx, view);
    return presentSentReferral(view, ctx.now());
  });
}

export function getReceivedReferral(ctx: Context, referralId: string): Promise<ReceivedReferral> {
  permit(ctx, "referrals:receive");
  return transact(ctx, async (tx) => {
    const view = await findReceivedReferral(tx, ctx, referralId);
    await recordReading(tx, ctx, view);
    return presentReceivedReferral(view, ctx.now());
  });
}

const recordReading = (tx: Database, ctx: Context, { referral }: ReferralView) =>
  record(tx, ctx, {
    action: "referral-summary.read",
    subjectId: referral.id,
    subjectParticipantId: referral.senderId,
    caseId: referral.caseId,
  });

export default operation(route, (ctx, { params }) => getReferral(ctx, params.referralId));
