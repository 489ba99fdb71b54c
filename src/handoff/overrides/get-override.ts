import { createRoute, z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { caseNotShared, findReadableCase, open } from "../../cases/index.ts";
import { actingMember, needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { overrideNotFound } from "../problems.ts";
import { isUndecided } from "./in-force.ts";
import { listOverrideRequests, waitingSince } from "./requests/waiting.ts";
import { OverrideRequest, presentOverrideRequest } from "./requests/wire.ts";
import { claimOverride, placeOf } from "./store.ts";
import { necessity, Override, OverridePath, presentOverride } from "./wire.ts";

const ReasonedOverride = Override.extend({
  necessity,
  waitingSince: z.iso.datetime().optional().openapi({
    description: "Since when another member has something to decide on it; absent where there is nothing",
    example: "2026-01-05T09:00:00.000Z",
  }),
  requests: z.array(OverrideRequest).openapi({ description: "Who was asked to decide, the oldest first" }),
}).openapi("ReasonedOverride", {
  description: "An override with its reasons, for those who decide on it",
});

const route = createRoute({
  operationId: "getOverride",
  method: "get",
  path: "/overrides/{overrideId}",
  tags: ["Overrides"],
  summary: "Read an override",
  description:
    "With its reasons, for those who may read the case, and as long as it has to be approved or reviewed or an objection decided, for every counsellor of the helpline but the one who made it: any of them may be the second member who decides. Each reading is written down.",
  security: needs("cases"),
  request: { params: OverridePath },
  responses: {
    200: json(ReasonedOverride, "The override"),
    ...problems(overrideNotFound, caseNotShared, permissionMissing),
  },
});

export function getOverride(ctx: Context, overrideId: string): Promise<z.input<typeof ReasonedOverride>> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    const row = await claimOverride(tx, ctx, overrideId);
    const now = ctx.now();
    const mayDecide = row.madeBy !== actingMember(ctx) && isUndecided(row, now);
    if (!mayDecide) await findReadableCase(tx, ctx, row.caseId);
    await record(tx, ctx, { action: "override.read", subjectId: row.id, caseId: row.caseId });
    const since = waitingSince(row, now);
    return {
      ...presentOverride(row, now),
      ...(since && { waitingSince: since.toISOString() }),
      requests: (await listOverrideRequests(tx, row.id)).map(presentOverrideRequest),
      necessity: await open(tx, ctx, row.caseId, placeOf(row.id), row.sealed),
    };
  });
}

/** The override again, as it is now and without its reasons, for who has just dealt with it. */
export function presentAgain(ctx: Context, overrideId: string): Promise<Override> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => presentOverride(await claimOverride(tx, ctx, overrideId), ctx.now()));
}

export default operation(route, (ctx, { params }) => getOverride(ctx, params.overrideId));
