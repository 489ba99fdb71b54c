import { createRoute, type z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/db.ts";
import { json, operation } from "../../platform/operation.ts";
import { problems } from "../../platform/problem.ts";
import { open } from "../keys/case-key.ts";
import { overrideNotFound } from "../problems.ts";
import { claimOverride, placeOf } from "./store.ts";
import { necessity, Override, OverridePath, presentOverride } from "./wire.ts";

const ReasonedOverride = Override.extend({ necessity }).openapi("ReasonedOverride", {
  description: "An override with its reasons, for those who decide on it",
});

const route = createRoute({
  operationId: "getOverride",
  method: "get",
  path: "/overrides/{overrideId}",
  tags: ["Overrides"],
  summary: "Read an override",
  description:
    "With its reasons: any counsellor of the helpline may be the second member who decides. Each reading is written down.",
  security: needs("cases"),
  request: { params: OverridePath },
  responses: {
    200: json(ReasonedOverride, "The override"),
    ...problems(overrideNotFound, permissionMissing),
  },
});

export function getOverride(ctx: Context, overrideId: string): Promise<z.input<typeof ReasonedOverride>> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    const row = await claimOverride(tx, ctx, overrideId);
    await record(tx, ctx, { action: "override.read", subjectId: row.id });
    return {
      ...presentOverride(row, ctx.now()),
      necessity: await open(tx, ctx, row.caseId, placeOf(row.id), row.sealed),
    };
  });
}

export default operation(route, (ctx, { params }) => getOverride(ctx, params.overrideId));
