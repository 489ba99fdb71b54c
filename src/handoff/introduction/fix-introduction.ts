import { createRoute, z } from "@hono/zod-openapi";
import { caseNotShared, introductionUnsafe, safeContactStale } from "../../cases/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { keepDisclosure } from "../disclosure/keep-disclosure.ts";
import { NewDisclosure } from "../disclosure/wire.ts";
import {
  disclosureUnfit,
  introductionTooLate,
  questionAlreadyDisclosed,
  recipientSuspended,
  referralNotFound,
  referralNotOpen,
} from "../problems.ts";
import { getSentReferral } from "../referrals/get-referral.ts";
import { moveReferral } from "../referrals/move-referral.ts";
import { presentSentReferral } from "../referrals/present-referral.ts";
import { after, openStateAt } from "../referrals/referral.ts";
import { claimReadableReferral, findSentReferral } from "../referrals/store.ts";
import { ReferralPath, SentReferral } from "../referrals/wire.ts";
import type { ReferralRow } from "../schema.ts";
import { requireFixable } from "./fixed-time.ts";
import { introductionChannel, introductionTime } from "./wire.ts";

const NewIntroduction = z
  .strictObject({ at: introductionTime, channel: introductionChannel, disclosure: NewDisclosure })
  .openapi("NewIntroduction");
type NewIntroduction = z.output<typeof NewIntroduction>;

const route = createRoute({
  operationId: "fixIntroduction",
  method: "post",
  path: "/referrals/{referralId}/introduction",
  tags: ["Introductions"],
  summary: "Fix the introduction",
  description:
    "Fixes with the caller when the three will speak, and discloses who the caller is: sealed with `sealDisclosure` of the client, so that only the recipient can open it. From now on the recipient can fetch it, until the handoff ends. Needs a safe contact instruction that was checked with the caller in the last seven days, and a time within the caller's safe windows.",
  security: needs("referrals:send"),
  request: { params: ReferralPath, body: json(NewIntroduction, "When, how, and the sealed disclosure") },
  responses: {
    200: json(SentReferral, "The scheduled referral"),
    ...problems(
      referralNotFound,
      permissionMissing,
      caseNotShared,
      referralNotOpen,
      introductionTooLate,
      introductionUnsafe,
      safeContactStale,
      disclosureUnfit,
      questionAlreadyDisclosed,
      recipientSuspended,
    ),
  },
});

export function fixIntroduction(
  ctx: Context,
  referralId: string,
  { at, channel, disclosure }: NewIntroduction,
): Promise<SentReferral> {
  permit(ctx, "referrals:send");
  return transact(ctx, async (tx) => {
    const view = await claimReadableReferral(tx, ctx, referralId);
    const { referral } = view;
    const now = ctx.now();
    if (isFixed(referral, at, channel, now)) return presentSentReferral(view, now);
    if (!after("schedule", openStateAt(referral, now))) fail(referralNotOpen);
    const introductionAt = await requireFixable(tx, ctx, referral, at, now);
    await keepDisclosure(tx, ctx, referral, disclosure, now);
    await moveReferral(tx, ctx, referral, "schedule", now, {
      scheduledAt: now,
      introductionAt,
      introductionChannel: channel,
      disclosedCategories: disclosure.categories,
      // What is spoken is known from then on.
      ...(disclosure.method === "spoken" && { fetchedAt: now }),
    });
    return presentSentReferral(await findSentReferral(tx, ctx, referralId), now);
  });
}

const isFixed = (referral: ReferralRow, at: string, channel: string, now: Date) =>
  openStateAt(referral, now) === "scheduled" &&
  referral.introductionAt?.getTime() === Date.parse(at) &&
  referral.introductionChannel === channel;

export default operation(
  route,
  (ctx, { params, body }) => fixIntroduction(ctx, params.referralId, body),
  getSentReferral,
);
