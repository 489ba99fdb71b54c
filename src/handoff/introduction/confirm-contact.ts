import { createRoute, z } from "@hono/zod-openapi";
import { caseNotShared } from "../../cases/index.ts";
import { secondPersonProblems } from "../../identity/index.ts";
import { needs, permissionMissing } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { contactNotTwoPersons, introductionNotYet, referralNotFound, referralNotOpen } from "../problems.ts";
import { getReferral } from "../referrals/get-referral.ts";
import { presentOwnSide } from "../referrals/present-referral.ts";
import { claimOwnSide } from "../referrals/store.ts";
import { Referral, ReferralPath } from "../referrals/wire.ts";
import { confirmFor } from "./confirm-for.ts";

const Confirmation = z
  .strictObject({
    confirmedBy: z.enum(["partner", "caller", "counsellor"]).openapi({
      description:
        "Who says that the contact was made: for the recipient its `partner`; for the helpline the `caller` or the `counsellor`",
      example: "partner",
    }),
  })
  .openapi("ContactConfirmation");

const route = createRoute({
  operationId: "confirmContact",
  method: "post",
  path: "/referrals/{referralId}/contact-confirmation",
  tags: ["Introductions"],
  summary: "Confirm that the contact was made",
  description:
    "Each side says for itself that the introduction took place. Where one helpline writes down both words, a partner's by telephone and a counsellor's, the second member is signed in. With the second confirmation caller and partner are in contact, and the helpline asks the caller two weeks later how it went.",
  security: [...needs("referrals:send"), ...needs("referrals:receive")],
  request: { params: ReferralPath, body: json(Confirmation, "Who says so") },
  responses: {
    200: json(Referral, "The referral"),
    ...problems(
      referralNotFound,
      permissionMissing,
      caseNotShared,
      referralNotOpen,
      introductionNotYet,
      contactNotTwoPersons,
      ...secondPersonProblems,
    ),
  },
});

export function confirmContact(
  ctx: Context,
  referralId: string,
  { confirmedBy }: z.output<typeof Confirmation>,
): Promise<Referral> {
  return transact(ctx, async (tx) => {
    const { view, side } = await claimOwnSide(tx, ctx, referralId);
    if ((side === "recipient") !== (confirmedBy === "partner")) fail(contactNotTwoPersons);
    const now = ctx.now();
    return presentOwnSide(await confirmFor(tx, ctx, view, { side, confirmedBy }, now), side, now);
  });
}

export default operation(
  route,
  (ctx, { params, body }) => confirmContact(ctx, params.referralId, body),
  getReferral,
);
