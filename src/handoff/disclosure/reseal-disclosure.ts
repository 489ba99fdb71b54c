import { createRoute } from "@hono/zod-openapi";
import { caseNotShared } from "../../cases/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import {
  disclosureUnfit,
  questionAlreadyDisclosed,
  recipientSuspended,
  referralNotFound,
  referralNotOpen,
} from "../problems.ts";
import { turnReferral } from "../referrals/move-referral.ts";
import { presentSentReferral } from "../referrals/present-referral.ts";
import { openStateAt } from "../referrals/referral.ts";
import { claimReadableReferral, findSentReferral } from "../referrals/store.ts";
import { ReferralPath, SentReferral } from "../referrals/wire.ts";
import { keepDisclosure } from "./keep-disclosure.ts";
import { NewDisclosure } from "./wire.ts";

const route = createRoute({
  operationId: "resealDisclosure",
  method: "put",
  path: "/referrals/{referralId}/disclosure",
  tags: ["Introductions"],
  summary: "Seal the disclosure anew",
  description:
    "Puts another in its place while the introduction is fixed: because the recipient changed its key, a one-time code was used up, or something in it was wrong.",
  security: needs("referrals:send"),
  request: { params: ReferralPath, body: json(NewDisclosure, "The disclosure, sealed anew") },
  responses: {
    200: json(SentReferral, "The referral"),
    ...problems(
      referralNotFound,
      permissionMissing,
      caseNotShared,
      referralNotOpen,
      disclosureUnfit,
      questionAlreadyDisclosed,
      recipientSuspended,
    ),
  },
});

export function resealDisclosure(
  ctx: Context,
  referralId: string,
  disclosure: NewDisclosure,
): Promise<SentReferral> {
  permit(ctx, "referrals:send");
  return transact(ctx, async (tx) => {
    const { referral } = await claimReadableReferral(tx, ctx, referralId);
    const now = ctx.now();
    if (openStateAt(referral, now) !== "scheduled") fail(referralNotOpen);
    await keepDisclosure(tx, ctx, referral, disclosure, now);
    const disclosedCategories = disclosure.categories;
    await turnReferral(tx, ctx, referral, "reseal", now, { disclosedCategories });
    return presentSentReferral(await findSentReferral(tx, ctx, referralId), now);
  });
}

export default operation(route, (ctx, { params, body }) => resealDisclosure(ctx, params.referralId, body));
