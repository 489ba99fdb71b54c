import { z } from "@hono/zod-openapi";
import { Id } from "../../platform/text/text.ts";
import type { CoverRow } from "../schema.ts";

export const CoverPath = z.object({
  coverId: Id.openapi({ description: "The cover", example: "7c3e9a1d-5b2f-4c8e-8d6a-1f4b7e2c9d33" }),
});

const member = (description: string) =>
  Id.openapi({ description, example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21" });

export const LeaveCover = z
  .object({
    id: Id.openapi({ example: "7c3e9a1d-5b2f-4c8e-8d6a-1f4b7e2c9d33" }),
    memberId: member("Who is on leave"),
    coveredById: member("Who stands in"),
    arrangedById: member("Who arranged it"),
    startsAt: z.iso
      .datetime()
      .openapi({ description: "When it begins, by itself", example: "2026-07-12T22:00:00.000Z" }),
    endsAt: z.iso.datetime().openapi({
      description: "When it ends, by itself: nothing is read in the colleague's place from then on",
      example: "2026-07-24T22:00:00.000Z",
    }),
    endedAt: z.iso
      .datetime()
      .optional()
      .openapi({ description: "When it was ended early", example: "2026-07-20T08:00:00.000Z" }),
  })
  .openapi("LeaveCover", { description: "That a colleague stands in for a counsellor on leave" });
export type LeaveCover = z.input<typeof LeaveCover>;

export const presentCover = (row: CoverRow): LeaveCover => ({
  id: row.id,
  memberId: row.memberId,
  coveredById: row.coveredBy,
  arrangedById: row.arrangedBy,
  startsAt: row.startsAt.toISOString(),
  endsAt: row.endsAt.toISOString(),
  ...(row.endedAt && { endedAt: row.endedAt.toISOString() }),
});
