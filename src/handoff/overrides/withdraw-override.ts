import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { overrideNotFound } from "../problems.ts";
import { claimOverride, endOverride } from "./store.ts";
import { Override, OverridePath, presentOverride } from "./wire.ts";

const route = createRoute({
  operationId: "withdrawOverride",
  method: "post",
  path: "/overrides/{overrideId}/withdrawal",
  tags: ["Overrides"],
  summary: "Withdraw an override",
  description:
    "The helpline takes its decision back, for whatever reason: every referral that rests on it is withdrawn in the same moment. Once more changes nothing.",
  security: needs("cases"),
  request: { params: OverridePath },
  responses: {
    200: json(Override, "The override"),
    ...problems(overrideNotFound, permissionMissing),
  },
});

export function withdrawOverride(ctx: Context, overrideId: string): Promise<Override> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    const override = await claimOverride(tx, ctx, overrideId);
    const now = ctx.now();
    if (override.endedAt) return presentOverride(override, now);
    return presentOverride(await endOverride(tx, ctx, override, "withdrawn", {}, now), now);
  });
}

export default operation(
  route,
  (ctx, { params }) => withdrawOverride(ctx, params.overrideId),
  withdrawOverride,
);
