import { createRoute, z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { statisticsElsewhere, statisticsNotSafe, yearNotClosed } from "../problems.ts";
import { makeYear } from "./store.ts";
import { presentTable, StatisticsPreview, shareOf, Year } from "./wire.ts";

const route = createRoute({
  operationId: "previewStatistics",
  method: "get",
  path: "/statistics-preview",
  tags: ["Statistics"],
  summary: "Preview the figures of a year",
  description:
    "What a release of the year would publish as it stands now, protected in the same way, and how many cells that is. Nothing is kept of it but an audit entry. Pass none of it on: figures of two moments, side by side, can tell what one release does not.",
  security: needs("statistics"),
  request: { query: z.strictObject({ year: Year }) },
  responses: {
    200: json(StatisticsPreview, "The figures"),
    ...problems(permissionMissing, yearNotClosed, statisticsNotSafe, statisticsElsewhere),
  },
});

export function previewStatistics(ctx: Context, year: number): Promise<StatisticsPreview> {
  permit(ctx, "statistics");
  return transact(ctx, async (tx) => {
    const { tables } = await makeYear(tx, ctx, year);
    await record(tx, ctx, { action: "statistics.previewed", subjectId: ctx.actor.participantId });
    return { year, ...shareOf(tables), tables: tables.map(presentTable) };
  });
}

export default operation(route, (ctx, { query }) => previewStatistics(ctx, query.year));
