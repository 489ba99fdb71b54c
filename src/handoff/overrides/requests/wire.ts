import { z } from "@hono/zod-openapi";
import { Id } from "../../../platform/text/text.ts";
import type { OverrideRequestRow } from "./schema.ts";

export const OverrideRequest = z
  .object({
    id: Id.openapi({ example: "7c1e5a90-3d2b-4f68-9a47-0b6d8e2f1c35" }),
    overrideId: Id.openapi({ example: "4e8f1d2c-6b7a-4f3e-9c5d-8a1b2c3d4e55" }),
    memberId: Id.optional().openapi({
      description: "Who was asked; absent where every counsellor who can act was",
      example: "8f7e6d5c-4b3a-4291-8a0f-e1d2c3b4a596",
    }),
    askedBy: Id.openapi({ description: "Who asked", example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21" }),
    askedAt: z.iso
      .datetime()
      .openapi({ description: "Since when it waits for an answer", example: "2026-01-05T09:00:00.000Z" }),
  })
  .openapi("OverrideRequest", { description: "A decision that was asked for at once: ids only" });
export type OverrideRequest = z.input<typeof OverrideRequest>;

export const presentOverrideRequest = (row: OverrideRequestRow): OverrideRequest => ({
  id: row.id,
  overrideId: row.overrideId,
  ...(row.memberId && { memberId: row.memberId }),
  askedBy: row.askedBy,
  askedAt: row.askedAt.toISOString(),
});
