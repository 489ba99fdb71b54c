import { z } from "@hono/zod-openapi";
import { Id } from "../../platform/text/text.ts";
import type { CalendarFeedRow } from "../schema.ts";

export const CalendarFeed = z
  .object({
    id: Id.openapi({ example: "5c7e9a1b-3d4f-4e60-8a2c-4b6d8f0a1c2e" }),
    counsellorId: Id.openapi({
      description: "Whose calendar it is",
      example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21",
    }),
    madeAt: z.iso.datetime().openapi({ example: "2026-03-02T09:00:00.000Z" }),
  })
  .openapi("CalendarFeed", {
    description:
      "An address at which a calendar app reads a counsellor's appointments: times and numbers only",
  });

export const presentFeed = (row: CalendarFeedRow): z.input<typeof CalendarFeed> => ({
  id: row.id,
  counsellorId: row.counsellorId,
  madeAt: row.madeAt.toISOString(),
});
