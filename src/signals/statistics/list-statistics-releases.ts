import { createRoute, type z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery, pageOf } from "../../platform/http/pagination.ts";
import { problems } from "../../platform/http/problem.ts";
import { listReleaseRows } from "./store.ts";
import { presentRelease, StatisticsRelease } from "./wire.ts";

const StatisticsReleases = pageOf(StatisticsRelease).openapi("StatisticsReleases");

const route = createRoute({
  operationId: "listStatisticsReleases",
  method: "get",
  path: "/statistics-releases",
  tags: ["Statistics"],
  summary: "List releases of figures",
  description:
    "Those of your own helpline, the latest year first, and of a year the latest correction first.",
  security: needs("statistics"),
  request: { query: PageQuery },
  responses: { 200: json(StatisticsReleases, "A page of releases"), ...problems(permissionMissing) },
});

export async function listStatisticsReleases(
  ctx: Context,
  { pageSize, cursor }: z.output<typeof PageQuery>,
): Promise<z.input<typeof StatisticsReleases>> {
  permit(ctx, "statistics");
  const position = await openCursor(ctx, "statistics-releases", null, cursor);
  const found = await transact(ctx, (tx) => listReleaseRows(tx, ctx, position, pageSize + 1));
  const { rows, ...next } = await cutPage(ctx, "statistics-releases", null, pageSize, found, (row) => [
    row.year,
    row.number,
  ]);
  return { items: rows.map(presentRelease), ...next };
}

export default operation(route, (ctx, { query }) => listStatisticsReleases(ctx, query));
