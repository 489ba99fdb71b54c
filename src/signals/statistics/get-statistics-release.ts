import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { releaseNotFound } from "../problems.ts";
import { findRelease } from "./store.ts";
import { presentStatistics, ReleasedStatistics, ReleasePath } from "./wire.ts";

const route = createRoute({
  operationId: "getStatisticsRelease",
  method: "get",
  path: "/statistics-releases/{releaseId}",
  tags: ["Statistics"],
  summary: "Read released figures",
  description: "The tables of one release, as they were published, and the service's signature on them.",
  security: needs("statistics"),
  request: { params: ReleasePath },
  responses: {
    200: json(ReleasedStatistics, "The release"),
    ...problems(permissionMissing, releaseNotFound),
  },
});

export function getStatisticsRelease(ctx: Context, releaseId: string): Promise<ReleasedStatistics> {
  permit(ctx, "statistics");
  return transact(ctx, async (tx) => presentStatistics(await findRelease(tx, ctx, releaseId)));
}

export default operation(route, (ctx, { params }) => getStatisticsRelease(ctx, params.releaseId));
