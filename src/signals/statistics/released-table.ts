import { z } from "@hono/zod-openapi";

export const ReleasedTable = z
  .object({
    name: z.string().openapi({ description: "Which table", example: "help-questions" }),
    dimensions: z
      .array(
        z.object({
          name: z.string().openapi({ example: "domain" }),
          categories: z.array(z.string()).openapi({
            description: "In their fixed order; none where there are too few records to tell any apart",
            example: ["care", "investigation", "legal"],
          }),
        }),
      )
      .openapi({ description: "By what it counts: one or two" }),
    cells: z
      .array(
        z.object({
          at: z.array(z.string()).openapi({
            description: "Its category in each dimension; `all` for a margin",
            example: ["care", "all"],
          }),
          count: z.int().min(0).optional().openapi({
            description:
              "How many. Absent where it is withheld: it is less than ten, or such a count could be computed from it",
            example: 41,
          }),
        }),
      )
      .openapi({ description: "Every cell, margins included" }),
  })
  .openapi("StatisticsTable", { description: "One table of a year" });
export type ReleasedTable = z.input<typeof ReleasedTable>;
