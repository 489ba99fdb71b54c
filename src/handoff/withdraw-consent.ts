import { createRoute, z } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../audit/index.ts";
import { ConsentPath, claimConsent, consentNotFound, consents, findConsent } from "../cases/index.ts";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context } from "../platform/context.ts";
import { transact } from "../platform/database/transact.ts";
import { json, operation } from "../platform/http/operation.ts";
import { problems } from "../platform/http/problem.ts";
import { Id } from "../platform/text/text.ts";
import { tellRaised } from "./obligations/tell-raised.ts";
import { moveReferral } from "./referrals/move-referral.ts";
import { listCompletedOn } from "./referrals/other-referrals.ts";
import { claimReferralsOn } from "./referrals/store.ts";
import { claimResting, notBefore, suspendResting } from "./refusals/store.ts";

const WithdrawnConsent = z
  .object({
    id: Id.openapi({ example: "9b6d0f1e-7a43-4d2c-8f5b-2c1d7e9a4b33" }),
    withdrawnAt: z.iso.datetime().openapi({ example: "2026-02-01T10:15:00.000Z" }),
  })
  .openapi("WithdrawnConsent", {
    description: "What is told of a withdrawal: any counsellor may make it, and it shows nothing of the case",
  });
type WithdrawnConsent = z.input<typeof WithdrawnConsent>;

const route = createRoute({
  operationId: "withdrawConsent",
  method: "post",
  path: "/consents/{consentId}/withdrawal",
  tags: ["Cases"],
  summary: "Withdraw a consent",
  description:
    "Has no preconditions: any counsellor of the helpline does it for the caller. Every referral that rests on the consent is withdrawn in the same moment, and the recipient learns nothing more; of one that was completed it is left what is left of a withdrawn one. Of a handoff it is a refusal of the recipient: what rests on an override for it waits until another member decides. Once more changes nothing.",
  security: needs("cases"),
  request: { params: ConsentPath },
  responses: {
    200: json(WithdrawnConsent, "It is withdrawn"),
    ...problems(consentNotFound, permissionMissing),
  },
});

export function withdrawConsent(ctx: Context, consentId: string): Promise<WithdrawnConsent> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    const found = await findConsent(tx, ctx, consentId);
    const against = found.purpose === "handoff" ? await claimResting(tx, ctx, found) : undefined;
    const consent = await claimConsent(tx, ctx, consentId, "update");
    if (consent.withdrawnAt) return { id: consent.id, withdrawnAt: consent.withdrawnAt.toISOString() };
    const resting = await claimReferralsOn(tx, ctx, { consentId });
    // One time for all of it: nothing rested on the consent a moment longer.
    const movedAt = resting.map((referral) => referral.movedAt);
    const withdrawnAt = notBefore(ctx.now(), [against?.at ?? null, ...movedAt]);
    await tx.update(consents).set({ withdrawnAt }).where(eq(consents.id, consentId));
    await record(tx, ctx, {
      action: "consent.withdrawn",
      subjectId: consentId,
      caseId: consent.caseId,
      at: withdrawnAt,
    });
    for (const referral of resting) await moveReferral(tx, ctx, referral, "withdraw", withdrawnAt);
    if (against) await suspendResting(tx, ctx, { ...against, at: withdrawnAt });
    await tellRaised(tx, ctx, await listCompletedOn(tx, ctx, consentId));
    return { id: consent.id, withdrawnAt: withdrawnAt.toISOString() };
  });
}

export default operation(route, (ctx, { params }) => withdrawConsent(ctx, params.consentId), withdrawConsent);
