import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { overrideEnded, overrideNotFound } from "../problems.ts";
import { refuse } from "../refusals/store.ts";
import { presentAgain } from "./get-override.ts";
import { claimOverride } from "./store.ts";
import { Override, OverridePath, presentOverride } from "./wire.ts";

const route = createRoute({
  operationId: "objectToOverride",
  method: "post",
  path: "/overrides/{overrideId}/objection",
  tags: ["Overrides"],
  summary: "Record the caller's objection",
  description:
    "The caller refuses the recipient, but the handoff does not rest on their consent: any counsellor writes it down. What rests on an override for this recipient waits from this moment; another member than the one who made it decides within 24 hours, within 4 where it is urgent.",
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
    // Once more changes nothing while it waits.
    if (!override.disputed) await refuse(tx, ctx, override, "objected");
    return presentOverride(await claimOverride(tx, ctx, overrideId), ctx.now());
  });
}

export default operation(route, (ctx, { params }) => objectToOverride(ctx, params.overrideId), presentAgain);
