import { z } from "@hono/zod-openapi";
import { Id } from "../../platform/text/text.ts";
import type { Slot } from "./slots.ts";

export const FreeSlot = z
  .object({
    counsellorId: Id.openapi({
      description: "Who is free then",
      example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21",
    }),
    startsAt: z.iso.datetime().openapi({ example: "2026-03-02T09:00:00.000Z" }),
    endsAt: z.iso.datetime().openapi({ example: "2026-03-02T09:45:00.000Z" }),
  })
  .openapi("FreeSlot", { description: "A time at which an appointment fits" });

export const presentSlot = ({ counsellorId, from, until }: Slot): z.input<typeof FreeSlot> => ({
  counsellorId,
  startsAt: new Date(from).toISOString(),
  endsAt: new Date(until).toISOString(),
});
