import { createRoute } from "@hono/zod-openapi";
import { and, eq } from "drizzle-orm";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { objectionNeeded, referralNotFound, referralNotOpen } from "../problems.ts";
import { claimResting, notBefore, type Resting, refuse, suspendResting } from "../refusals/store.ts";
import { type ReferralRow, referrals } from "../schema.ts";
import { moveReferral } from "./move-referral.ts";
import { presentWithdrawnReferral } from "./present-referral.ts";
import { claimSentReferral } from "./store.ts";
import { ReferralPath, WithdrawnReferral } from "./wire.ts";

const route = createRoute({
  operationId: "withdrawReferral",
  method: "post",
  path: "/referrals/{referralId}/withdrawal",
  tags: ["Referrals"],
  summary: "Withdraw a referral",
  description:
    "Ends a draft or a live referral for the caller, whatever its state: any counsellor of the helpline may do it. The recipient learns nothing more. One that was offered is a refusal of its recipient: what rests on an override for it waits until another member decides. The consent stands until it is withdrawn itself. A handoff on an override waits from the objection to it.",
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
    const resting = await claimIfOffered(tx, ctx, referralId);
    const { referral } = await claimSentReferral(tx, ctx, referralId);
    if (referral.state === "withdrawn") return presentWithdrawnReferral(referral);
    if (referral.overrideId) fail(objectionNeeded);
    const at = notBefore(ctx.now(), [resting?.at ?? null, referral.movedAt]);
    const withdrawn = await moveReferral(tx, ctx, referral, "withdraw", at);
    if (resting) await followRefusal(tx, ctx, referral, { ...resting, at });
    return presentWithdrawnReferral(withdrawn);
  });
}

async function claimIfOffered(tx: Database, ctx: Context, referralId: string): Promise<Resting | undefined> {
  const [known] = await tx
    .select()
    .from(referrals)
    .where(and(eq(referrals.id, referralId), eq(referrals.senderId, ctx.actor.participantId)));
  return known?.offeredAt ? claimResting(tx, ctx, known) : undefined;
}

/** The database takes it for a refusal, unless the consent had run out: then the clock could have done the same. */
async function followRefusal(
  tx: Database,
  ctx: Context,
  before: ReferralRow,
  resting: Resting,
): Promise<void> {
  const ranOut = before.basisExpiresAt !== null && before.basisExpiresAt <= resting.at;
  if (ranOut) await refuse(tx, ctx, before, "asked");
  else await suspendResting(tx, ctx, resting);
}

export default operation(
  route,
  (ctx, { params }) => withdrawReferral(ctx, params.referralId),
  withdrawReferral,
);
