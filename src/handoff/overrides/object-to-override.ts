import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/db.ts";
import { json, operation } from "../../platform/operation.ts";
import { fail, problems } from "../../platform/problem.ts";
import { overrideEnded, overrideNotFound } from "../problems.ts";
import { changeOverride, claimOverride } from "./store.ts";
import { Override, OverridePath, presentOverride } from "./wire.ts";

const route = createRoute({
  operationId: "objectToOverride",
  method: "post",
  path: "/overrides/{overrideId}/objection",
  tags: ["Overrides"],
  summary: "Record the caller's objection",
  description:
    "The caller withdraws, but the handoff does not rest on their consent: any counsellor writes the objection down, and another member than the one who made the override decides on it at once.",
  security: needs("cases"),
  request: { params: OverridePath },
  responses: {
    200: json(Override, "The override"),
    ...problems(overrideNotFound, permissionMissing, overrideEnded),
  },
});

export function objectToOverride(ctx: Context, overrideId: string): Promise<Override> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    const override = await claimOverride(tx, ctx, overrideId);
    if (override.endedAt) fail(overrideEnded);
    const now = ctx.now();
    if (override.objectedAt && !override.objectionDecidedAt) return presentOverride(override, now);
    const objection = { objectedAt: now, objectionDecidedAt: null, objectionDecidedBy: null };
    return presentOverride(await changeOverride(tx, ctx, override, "objected", objection, now), now);
  });
}

export default operation(
  route,
  (ctx, { params }) => objectToOverride(ctx, params.overrideId),
  objectToOverride,
);
