import { createRoute } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { isRevokedKey } from "../../identity/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { disclosureGone, disclosureKeyRevoked, disclosureNotYet, referralNotFound } from "../problems.ts";
import { hasEnded, isDisclosed, openStateAt } from "../referrals/referral.ts";
import { claimReceivedReferral } from "../referrals/store.ts";
import { ReferralPath } from "../referrals/wire.ts";
import { unwrapDisclosure } from "./disclosure-key.ts";
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

export async function fetchDisclosure(ctx: Context, referralId: string): Promise<Disclosure> {
  permit(ctx, "referrals:receive");
  // Once more where it was sealed anew meanwhile.
  for (let left = 2; left > 0; left--) {
    // Committed first: a look that got nothing stays written, one that nobody wrote gets nothing.
    const look = await transact(ctx, (tx) => tellLook(tx, ctx, referralId));
    const found = await transact(ctx, (tx) => takeSealed(tx, ctx, referralId, look));
    if (found !== "sealed-anew") return found;
  }
  return fail(disclosureGone);
}

interface Look {
  entryId: string;
  at: Date;
}

async function tellLook(tx: Database, ctx: Context, referralId: string): Promise<Look> {
  const { referral } = await claimDisclosed(tx, ctx, referralId);
  const [entryId, at] = [ctx.newId(), ctx.now()];
  await record(tx, ctx, {
    id: entryId,
    action: "disclosure.read",
    subjectId: referralId,
    subjectParticipantId: referral.senderId,
    caseId: referral.caseId,
    at,
  });
  return { entryId, at };
}

async function takeSealed(
  tx: Database,
  ctx: Context,
  referralId: string,
  { entryId, at }: Look,
): Promise<Disclosure | "sealed-anew"> {
  const { referral, found } = await claimDisclosed(tx, ctx, referralId);
  if (found.sealedAt > at) return "sealed-anew";
  const key = (await takeKey(tx, referralId, entryId, ctx.now())) ?? fail(disclosureGone);
  const sealed = await unwrapDisclosure(ctx, referral, key, found.sealed);
  return {
    id: referralId,
    method: found.method,
    categories: found.categories,
    sealed: JSON.parse(new TextDecoder().decode(sealed)),
    sealedAt: found.sealedAt.toISOString(),
  };
}

/** The lock is what excludes a withdrawal: it came before and there is nothing, or it waits for this transaction. */
async function claimDisclosed(tx: Database, ctx: Context, referralId: string) {
  const { referral } = await claimReceivedReferral(tx, ctx, referralId);
  const state = openStateAt(referral, ctx.now());
  if (hasEnded(state)) fail(disclosureGone);
  if (!isDisclosed(state)) fail(disclosureNotYet);
  const found = await findDisclosure(tx, referralId);
  if (!found?.sealed) return fail(disclosureGone);
  if (found.recipientKid && (await isRevokedKey(tx, referral.recipientId, found.recipientKid)))
    fail(disclosureKeyRevoked);
  return { referral, found: { ...found, sealed: found.sealed } };
}

export default operation(route, (ctx, { params }) => fetchDisclosure(ctx, params.referralId));
