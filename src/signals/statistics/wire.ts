import { z } from "@hono/zod-openapi";
import { Id } from "../../platform/text/text.ts";
import type { ReleaseRow } from "../schema.ts";
import { ReleasedTable } from "./released-table.ts";

export const Year = z.coerce
  .number()
  .int()
  .min(2000)
  .max(2100)
  .openapi({ type: "integer", description: "A year of the network's calendar that is over", example: 2025 });

const figures = {
  year: z.int().openapi({ description: "The year", example: 2025 }),
  cells: z.int().openapi({ description: "How many cells there are", example: 118 }),
  published: z.int().openapi({ description: "How many of them are published", example: 61 }),
  tables: z.array(ReleasedTable),
};

export const StatisticsPreview = z.object(figures).openapi("StatisticsPreview", {
  description: "What a release of the year would publish, as it stands now; nothing is kept of it",
});
export type StatisticsPreview = z.input<typeof StatisticsPreview>;

const release = {
  id: Id.openapi({ example: "6f5e4d3c-2b1a-4098-8776-655443322110" }),
  year: figures.year,
  number: z.int().openapi({
    description: "1 for the first release of the year, more for a correction",
    example: 1,
  }),
  releasedBy: Id.optional().openapi({
    description: "The member who released it; absent where it was released at the server",
    example: "c1d2e3f4-a5b6-4788-99aa-bbccddeeff00",
  }),
  releasedAt: z.iso.datetime().openapi({ example: "2026-01-05T09:00:00.000Z" }),
};

export const StatisticsRelease = z.object(release).openapi("StatisticsRelease", {
  description: "A release of yearly figures",
});
export type StatisticsRelease = z.input<typeof StatisticsRelease>;

export const ReleasedStatistics = z
  .object({
    ...release,
    cells: figures.cells,
    published: figures.published,
    tables: figures.tables,
    statement: z.string().openapi({
      description: "The same as a JWS of the service (EdDSA), which the published keys verify",
      example: "eyJhbGciOiJFZERTQSJ9.eyJ5ZWFyIjoyMDI1fQ.c2lnbmF0dXJl",
    }),
  })
  .openapi("ReleasedStatistics", { description: "The figures of a year, as they were released: frozen" });
export type ReleasedStatistics = z.input<typeof ReleasedStatistics>;

export const ReleasePath = z.object({
  releaseId: Id.openapi({ description: "The release", example: "6f5e4d3c-2b1a-4098-8776-655443322110" }),
});

export const presentRelease = (
  row: Pick<ReleaseRow, "id" | "year" | "number" | "releasedBy" | "releasedAt">,
): StatisticsRelease => ({
  id: row.id,
  year: row.year,
  number: row.number,
  ...(row.releasedBy && { releasedBy: row.releasedBy }),
  releasedAt: row.releasedAt.toISOString(),
});

export const presentStatistics = (row: ReleaseRow): ReleasedStatistics => ({
  ...presentRelease(row),
  ...shareOf(row.tables),
  tables: row.tables.map(presentTable),
  statement: row.statement,
});

/** How many cells there are and how many are published; a figure that two tables share is counted in both. */
export function shareOf(tables: readonly ReleasedTable[]): { cells: number; published: number } {
  const cells = tables.flatMap((table) => table.cells);
  return { cells: cells.length, published: cells.filter(({ count }) => count !== undefined).length };
}

export const presentTable = ({ name, dimensions, cells }: ReleasedTable): ReleasedTable => ({
  name,
  dimensions: dimensions.map((dimension) => ({ name: dimension.name, categories: dimension.categories })),
  cells: cells.map(({ at, count }) => ({ at, ...(count !== undefined && { count }) })),
});
