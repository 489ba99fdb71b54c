import { createRoute } from "@hono/zod-openapi";
import { csvLine } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { type Download, downloadOperation } from "../../platform/http/download.ts";
import { notAcceptable, problems } from "../../platform/http/problem.ts";
import { releaseNotFound } from "../problems.ts";
import type { ReleaseRow } from "../schema.ts";
import { findRelease } from "./store.ts";
import { ReleasePath } from "./wire.ts";

const route = createRoute({
  operationId: "exportStatisticsRelease",
  method: "get",
  path: "/statistics-releases/{releaseId}/export",
  tags: ["Statistics"],
  summary: "Download released figures",
  description:
    "The tables of one release as CSV, a line a cell, margins as `all`; a withheld cell has no count. No cell is a formula to a spreadsheet.",
  security: needs("statistics"),
  request: { params: ReleasePath },
  responses: {
    200: {
      description: "The tables",
      content: {
        "text/csv": {
          schema: {
            type: "string" as const,
            description: "A line with the names, then a line a cell",
            example: '"year","release","table"',
          },
        },
      },
    },
    ...problems(permissionMissing, releaseNotFound, notAcceptable),
  },
});

const columns = [
  "year",
  "release",
  "table",
  "dimension1",
  "category1",
  "dimension2",
  "category2",
  "count",
  "withheld",
];

export async function exportStatisticsRelease(ctx: Context, releaseId: string): Promise<Download> {
  permit(ctx, "statistics");
  const release = await transact(ctx, (tx) => findRelease(tx, ctx, releaseId));
  return { filename: `statistics-${release.year}-${release.number}.csv`, text: write(release) };
}

async function* write({ year, number, tables }: ReleaseRow): AsyncGenerator<string> {
  yield csvLine(columns);
  for (const { name, dimensions, cells } of tables)
    yield cells
      .map(({ at, count }) => {
        const places = [0, 1].flatMap((axis) => [dimensions[axis]?.name ?? "", at[axis] ?? ""]);
        const told = [count === undefined ? "" : String(count), count === undefined ? "yes" : "no"];
        return csvLine([String(year), String(number), name, ...places, ...told]);
      })
      .join("");
}

export default downloadOperation(route, (ctx, { params }) => exportStatisticsRelease(ctx, params.releaseId));
