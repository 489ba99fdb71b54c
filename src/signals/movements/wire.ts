import { z } from "@hono/zod-openapi";
import { Id, personalLine } from "../../platform/text/text.ts";
import { movementBases, movementKinds, sizeBands } from "../codes.ts";
import type { MovementRow } from "../schema.ts";

export const movementName = personalLine(200).openapi({
  description: "What it is called: sealed, and never part of a list or a figure",
  example: "Huis van het Licht",
});

export const movementFields = {
  kind: z.enum(movementKinds).openapi({ description: "What it says it is about", example: "spiritual" }),
  basis: z.enum(movementBases).openapi({
    description: "Whether it calls on a belief; a religious movement does",
    example: "religious",
  }),
  sizeBand: z.enum(sizeBands).openapi({
    description: "How many people belong to it, as far as is known",
    example: "25-99",
  }),
};

const coded = {
  id: Id.openapi({ example: "8f14e45f-ceea-467f-a8d2-1f3c5b7d9e01" }),
  code: z.string().openapi({
    description: "What colleagues call it by, in place of its name",
    example: "K7Q4-9M2R",
  }),
  ...movementFields,
  mergedInto: Id.optional().openapi({
    description: "The movement that it turned out to be; absent where it stands for itself",
    example: "45c48cce-2e2d-4fbd-8a1a-fc51c7c6ad26",
  }),
  registeredAt: z.iso.datetime().openapi({ example: "2026-01-05T09:00:00.000Z" }),
};

export const Movement = z
  .object(coded)
  .openapi("Movement", { description: "A movement or closed group, in codes" });
export type Movement = z.input<typeof Movement>;

export const NamedMovement = z
  .object({
    ...coded,
    name: movementName,
    signals: z.int().openapi({
      description: "How many reviewed signals count on it, those of what was merged into it included",
      example: 4,
    }),
    mergers: z
      .array(
        z.object({
          movementId: Id.openapi({
            description: "Which movement turned out to be another",
            example: "8f14e45f-ceea-467f-a8d2-1f3c5b7d9e01",
          }),
          intoId: Id.openapi({
            description: "Which one",
            example: "45c48cce-2e2d-4fbd-8a1a-fc51c7c6ad26",
          }),
          mergedBy: Id.openapi({
            description: "The member who said so",
            example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21",
          }),
          at: z.iso.datetime().openapi({ example: "2026-01-05T09:00:00.000Z" }),
        }),
      )
      .openapi({ description: "What was merged with it, the oldest first" }),
  })
  .openapi("NamedMovement", { description: "A movement with its name, and how it came to be one" });
export type NamedMovement = z.input<typeof NamedMovement>;

export const MovementPath = z.object({
  movementId: Id.openapi({ description: "The movement", example: "8f14e45f-ceea-467f-a8d2-1f3c5b7d9e01" }),
});

export const presentMovement = (row: Omit<MovementRow, "standing" | "needsStanding">): Movement => ({
  id: row.id,
  code: row.code,
  kind: row.kind,
  basis: row.basis,
  sizeBand: row.sizeBand,
  ...(row.mergedInto && { mergedInto: row.mergedInto }),
  registeredAt: row.registeredAt.toISOString(),
});
