import { createRoute, z } from "@hono/zod-openapi";
import { secondPersonProblems } from "../../identity/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/db.ts";
import { json, operation } from "../../platform/operation.ts";
import { fail, problems } from "../../platform/problem.ts";
import { actingMember } from "../cases/case-store.ts";
import { nothingToDecide, overrideEnded, overrideNotFound, secondMemberNeeded } from "../problems.ts";
import { presentAgain } from "./get-override.ts";
import { changeOverride, claimForSecond, endOverride } from "./store.ts";
import { Override, OverridePath, presentOverride } from "./wire.ts";

const ObjectionDecision = z
  .strictObject({
    honored: z.boolean().openapi({
      description:
        "Whether the caller's objection is followed: then what rests on the override ends in this moment",
      example: true,
    }),
  })
  .openapi("ObjectionDecision");

const route = createRoute({
  operationId: "decideObjection",
  method: "post",
  path: "/overrides/{overrideId}/objection-decision",
  tags: ["Overrides"],
  summary: "Decide on the caller's objection",
  description:
    "Another member than the one who made the override decides whether it still outweighs what the caller wants.",
  security: needs("cases"),
  request: { params: OverridePath, body: json(ObjectionDecision, "Whether it is followed") },
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

export function decideObjection(
  ctx: Context,
  overrideId: string,
  { honored }: z.output<typeof ObjectionDecision>,
): Promise<Override> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    const override = await claimForSecond(tx, ctx, overrideId);
    if (!override.objectedAt || override.objectionDecidedAt) fail(nothingToDecide);
    const now = ctx.now();
    const decision = { objectionDecidedBy: actingMember(ctx), objectionDecidedAt: now };
    const decided = await (honored
      ? endOverride(tx, ctx, override, "objection-honored", decision, now)
      : changeOverride(tx, ctx, override, "objection-overruled", decision, now));
    return presentOverride(decided, now);
  });
}

export default operation(
  route,
  (ctx, { params, body }) => decideObjection(ctx, params.overrideId, body),
  presentAgain,
);
