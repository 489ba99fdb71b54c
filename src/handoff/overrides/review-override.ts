import { createRoute, z } from "@hono/zod-openapi";
import { secondPersonProblems } from "../../identity/index.ts";
import { actingMember, needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { nothingToDecide, overrideEnded, overrideNotFound, secondMemberNeeded } from "../problems.ts";
import { claimResting, notBefore, suspendResting } from "../refusals/store.ts";
import { presentAgain } from "./get-override.ts";
import { changeOverride, claimForSecond, endOverride } from "./store.ts";
import { Override, OverridePath, presentOverride } from "./wire.ts";

const Review = z
  .strictObject({
    upheld: z.boolean().openapi({
      description: "Whether it stands; if not, what rests on it ends in this moment",
      example: true,
    }),
  })
  .openapi("OverrideReview");

const route = createRoute({
  operationId: "reviewOverride",
  method: "post",
  path: "/overrides/{overrideId}/review",
  tags: ["Overrides"],
  summary: "Review an override",
  description:
    "Another member looks at what acted at once, within 48 hours. Refused, or not reviewed in time, every referral that rests on it is withdrawn, and the recipient has to say what became of what it learned.",
  security: needs("cases"),
  request: { params: OverridePath, body: json(Review, "Whether it stands") },
  responses: {
    200: json(Override, "The override"),
    ...problems(
      overrideNotFound,
      permissionMissing,
      secondMemberNeeded,
      ...secondPersonProblems,
      overrideEnded,
      nothingToDecide,
    ),
  },
});

export function reviewOverride(
  ctx: Context,
  overrideId: string,
  { upheld }: z.output<typeof Review>,
): Promise<Override> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    const override = await claimForSecond(tx, ctx, overrideId);
    if (!override.reviewDueAt || override.reviewedAt) fail(nothingToDecide);
    const reviewedBy = actingMember(ctx);
    if (upheld) {
      const now = notBefore(ctx.now(), [override.refusedAt]);
      const review = { reviewedBy, reviewedAt: now, upheld };
      return presentOverride(await changeOverride(tx, ctx, override, "upheld", review, now), now);
    }
    // A review that refuses is a refusal of the recipient: whatever else stands for it waits.
    const resting = await claimResting(tx, ctx, override);
    const review = { reviewedBy, reviewedAt: resting.at, upheld };
    const ended = await endOverride(tx, ctx, override, "refused", review, resting.at);
    await suspendResting(tx, ctx, resting);
    return presentOverride(ended, resting.at);
  });
}

export default operation(
  route,
  (ctx, { params, body }) => reviewOverride(ctx, params.overrideId, body),
  presentAgain,
);
