import { z } from "@hono/zod-openapi";
import { Id } from "../../platform/text/text.ts";
import { handOverAnswers, takeOverReasons } from "../codes.ts";
import type { TakeOverRow } from "../schema.ts";

export const HandOverPath = z.object({
  handOverId: Id.openapi({
    description: "The hand-over",
    example: "4d9a2c7e-6b1f-4e8a-9c3d-7f5b2e1a8c99",
  }),
});

export const handOverReason = z
  .enum(takeOverReasons)
  .openapi({ description: "Why it changes hands", example: "workload" });

const member = (description: string) =>
  Id.openapi({ description, example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21" });

export const HandOver = z
  .object({
    id: Id.openapi({ example: "4d9a2c7e-6b1f-4e8a-9c3d-7f5b2e1a8c99" }),
    caseId: Id.openapi({ example: "3f0c2f7a-52c1-4f0b-9a54-3a9a4d1f7c11" }),
    fromId: member("Whose case it was"),
    toId: member("Whose case it became"),
    byId: member("Who handed it over: its former owner, or a coordinator"),
    reason: handOverReason,
    at: z.iso.datetime().openapi({ example: "2026-01-05T09:00:00.000Z" }),
    returnableUntil: z.iso.datetime().openapi({
      description: "Until when it can be given back, unless it was accepted",
      example: "2026-01-12T09:00:00.000Z",
    }),
    answer: z
      .enum(handOverAnswers)
      .optional()
      .openapi({ description: "What the new owner said to it; absent until then", example: "accepted" }),
  })
  .openapi("HandOver", { description: "That a case was handed to a colleague: ids and codes only" });
export type HandOver = z.input<typeof HandOver>;

export const presentHandOver = (row: TakeOverRow): HandOver => ({
  id: row.id,
  caseId: row.caseId,
  fromId: row.fromMemberId,
  toId: row.toMemberId,
  byId: row.byMemberId,
  reason: row.reason,
  at: row.at.toISOString(),
  returnableUntil: (row.returnableUntil ?? row.at).toISOString(),
  ...(row.answer && { answer: row.answer }),
});
