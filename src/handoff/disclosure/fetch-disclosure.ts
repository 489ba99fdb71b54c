import { createRoute } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { isRevokedKey } from "../../identity/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/db.ts";
import { json, operation } from "../../platform/operation.ts";
import { fail, problems } from "../../platform/problem.ts";
import { unwrapDisclosure } from "../keys/disclosure-key.ts";
import { disclosureGone, disclosureKeyRevoked, disclosureNotYet, referralNotFound } from "../problems.ts";
import { hasEnded, isDisclosed, openStateAt } from "../referral.ts";
import { claimReceivedReferral } from "../referral-store.ts";
import { ReferralPath } from "../referral-wire.ts";
import { findDisclosure, takeKey } from "./store.ts";
import { Disclosure } from "./wire.ts";

const route = createRoute({
  operationId: "fetchDisclosure",
  method: "get",
  path: "/referrals/{referralId}/disclosure",
  tags: ["Introductions"],
  summary: "Fetch who the caller is",
  description:
    "From the moment the introduction is fixed until the handoff ends. Each fetch is written down, and the caller's counsellor can see it. Once the caller has withdrawn there is nothing left to fetch, nor what was sealed to a key that you revoked since.",
  security: needs("referrals:receive"),
  request: { params: ReferralPath },
  responses: {
    200: json(Disclosure, "What was sealed for you"),
    ...problems(referralNotFound, permissionMissing, disclosureNotYet, disclosureGone, disclosureKeyRevoked),
  },
});

export function fetchDisclosure(ctx: Context, referralId: string): Promise<Disclosure> {
  permit(ctx, "referrals:receive");
  return transact(ctx, async (tx) => {
    // The lock is what excludes a withdrawal: it came before and there is nothing, or it waits for this look.
    const { referral } = await claimReceivedReferral(tx, ctx, referralId);
    const now = ctx.now();
    const state = openStateAt(referral, now);
    if (hasEnded(state)) fail(disclosureGone);
    if (!isDisclosed(state)) fail(disclosureNotYet);
    const found = await findDisclosure(tx, referralId);
    if (!found?.sealed) return fail(disclosureGone);
    if (found.recipientKid && (await isRevokedKey(tx, referral.recipientId, found.recipientKid)))
      return fail(disclosureKeyRevoked);
    const entryId = ctx.newId();
    await record(tx, ctx, {
      id: entryId,
      action: "disclosure.read",
      subjectId: referralId,
      subjectParticipantId: referral.senderId,
      caseId: referral.caseId,
      at: now,
    });
    const key = (await takeKey(tx, referralId, entryId, now)) ?? fail(disclosureGone);
    const sealed = await unwrapDisclosure(ctx, referral, key, found.sealed);
    return {
      id: referralId,
      method: found.method,
      categories: found.categories,
      sealed: JSON.parse(new TextDecoder().decode(sealed)),
      sealedAt: found.sealedAt.toISOString(),
    };
  });
}

export default operation(route, (ctx, { params }) => fetchDisclosure(ctx, params.referralId));
