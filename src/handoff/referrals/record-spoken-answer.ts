import { createRoute, z } from "@hono/zod-openapi";
import { caseNotShared } from "../../cases/index.ts";
import { answersByPhone, secondPersonProblems } from "../../identity/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { line, personalLine } from "../../platform/text/text.ts";
import { declineReasons } from "../codes.ts";
import { confirmFor } from "../introduction/confirm-for.ts";
import {
  contactNotTwoPersons,
  introductionNotYet,
  recipientAnswersItself,
  referralNotFound,
  referralNotOpen,
} from "../problems.ts";
import { getSentReferral } from "./get-referral.ts";
import { moveReferral } from "./move-referral.ts";
import { presentSentReferral } from "./present-referral.ts";
import { isLive, openStateAt } from "./referral.ts";
import { claimReadableReferral, moved, type ReferralView } from "./store.ts";
import { ReferralPath, SentReferral } from "./wire.ts";

const by = z
  .strictObject({
    name: personalLine(200).openapi({ description: "Who said so", example: "Noor de Wit" }),
    function: personalLine(200).openapi({ description: "Their function", example: "intake" }),
    contact: line(200)
      .optional()
      .openapi({ description: "How to reach them; needed to accept", example: "030-1234567" }),
  })
  .openapi("SpokenBy", { description: "The person at the partner who gave the answer on the telephone" });

const SpokenAnswer = z
  .discriminatedUnion("answer", [
    z.strictObject({ answer: z.literal("acknowledged"), by }),
    z.strictObject({ answer: z.literal("accepted"), by: by.required() }),
    z.strictObject({ answer: z.literal("declined"), by, reason: z.enum(declineReasons) }),
    z.strictObject({ answer: z.literal("contact-confirmed"), by }),
  ])
  .openapi("SpokenAnswer", { description: "What a partner without a login answered on the telephone" });
type SpokenAnswer = z.output<typeof SpokenAnswer>;

const route = createRoute({
  operationId: "recordSpokenAnswer",
  method: "post",
  path: "/referrals/{referralId}/spoken-answers",
  tags: ["Referrals"],
  summary: "Record what a partner answered on the telephone",
  description:
    "For a partner without any login (reach `phone`): the counsellor writes down its answer and who gave it, with the same effect as if the partner had answered here. A partner with a login answers for itself.",
  security: needs("referrals:send"),
  request: { params: ReferralPath, body: json(SpokenAnswer, "The answer") },
  responses: {
    200: json(SentReferral, "The referral"),
    ...problems(
      referralNotFound,
      permissionMissing,
      caseNotShared,
      referralNotOpen,
      recipientAnswersItself,
      introductionNotYet,
      contactNotTwoPersons,
      ...secondPersonProblems,
    ),
  },
});

export function recordSpokenAnswer(
  ctx: Context,
  referralId: string,
  answer: SpokenAnswer,
): Promise<SentReferral> {
  permit(ctx, "referrals:send");
  return transact(ctx, async (tx) => {
    const view = await claimReadableReferral(tx, ctx, referralId);
    if (!(await answersByPhone(tx, view.referral.recipientId))) fail(recipientAnswersItself);
    const now = ctx.now();
    return presentSentReferral(await answered(tx, ctx, view, answer, now), now);
  });
}

async function answered(
  tx: Database,
  ctx: Context,
  view: ReferralView,
  answer: SpokenAnswer,
  now: Date,
): Promise<ReferralView> {
  const { referral } = view;
  const { name } = answer.by;
  const live = isLive(openStateAt(referral, now));
  switch (answer.answer) {
    case "acknowledged": {
      const acknowledgedByFunction = answer.by.function;
      const same =
        referral.acknowledgedByName === name && referral.acknowledgedByFunction === acknowledgedByFunction;
      if (same && live) return view;
      const given = { acknowledgedAt: now, acknowledgedByFunction, acknowledgedByName: name };
      return { ...view, referral: await moveReferral(tx, ctx, referral, "acknowledge", now, given) };
    }
    case "accepted": {
      const { contact } = answer.by;
      const same = referral.acceptedByName === name && referral.acceptedByContact === contact;
      if (same && live) return view;
      const given = { acceptedAt: now, acceptedByName: name, acceptedByContact: contact };
      return { ...view, referral: await moveReferral(tx, ctx, referral, "accept", now, given) };
    }
    case "declined": {
      if (referral.declineReason === answer.reason) return view;
      const given = { declineReason: answer.reason };
      return moved(tx, view, await moveReferral(tx, ctx, referral, "decline", now, given));
    }
    default:
      return confirmFor(tx, ctx, view, { side: "recipient", confirmedBy: "partner" }, now);
  }
}

export default operation(
  route,
  (ctx, { params, body }) => recordSpokenAnswer(ctx, params.referralId, body),
  getSentReferral,
);
