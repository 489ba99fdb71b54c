import { z } from "@hono/zod-openapi";
import { abuseTerms } from "../../directory/index.ts";
import { Id, personalText } from "../../platform/text/text.ts";
import { reliabilities, signalNatures, sourceRelations, verdicts } from "../codes.ts";
import type { SignalReviewRow, SignalRow } from "../schema.ts";

const kinds = abuseTerms.map(({ code }) => code) as [string, ...string[]];
const year = z.int().min(1900).max(2100);

export const signalNote = personalText(2000).openapi({
  description:
    "What the codes cannot say, sealed; it is destroyed when it expires. A Dutch citizen number (BSN) in it is refused",
  example: "Members hand over their passports when they move in.",
});

export const signalFields = {
  movementId: Id.openapi({
    description: "The movement that it is about",
    example: "8f14e45f-ceea-467f-a8d2-1f3c5b7d9e01",
  }),
  kinds: z
    .array(z.enum(kinds))
    .min(1)
    .max(10)
    .openapi({
      description: "Which abuse: codes of the taxonomy `abuse`, as narrow as is known",
      example: ["coercion", "financial-abuse"],
    }),
  nature: z.enum(signalNatures).openapi({
    description: "Whether it may be a crime, or is a matter of the mind, or both; nobody decides that here",
    example: "both",
  }),
  fromYear: year.optional().openapi({ description: "Since when, if known", example: 2019 }),
  toYear: year.optional().openapi({ description: "Until when, where it has ended", example: 2023 }),
  goingOn: z.boolean().openapi({ description: "Whether it still goes on", example: false }),
  sourceRelation: z.enum(sourceRelations).openapi({
    description: "From whom it comes; a partner's signal names the partner and no conversation",
    example: "relative",
  }),
  reliability: z.enum(reliabilities).openapi({
    description: "How they came to know",
    example: "seen",
  }),
  conversationId: Id.optional().openapi({
    description: "The conversation in which it was told",
    example: "2b4d6f80-1a3c-4e5f-8091-a2b3c4d5e6f7",
  }),
  reportedById: Id.optional().openapi({
    description: "The partner that told it",
    example: "5a0f3a3e-6c8b-4a55-9d0c-6a4a4c7f1d10",
  }),
};

export const Review = z
  .object({
    id: Id.openapi({ example: "7d9e0f12-3a4b-4c5d-8e6f-708192a3b4c5" }),
    reviewedBy: Id.openapi({
      description: "The member who looked at it",
      example: "c1d2e3f4-a5b6-4788-99aa-bbccddeeff00",
    }),
    verdict: z.enum(verdicts).openapi({ description: "What was found", example: "counts" }),
    duplicateOfId: Id.optional().openapi({
      description: "The signal that says the same already",
      example: "0f1e2d3c-4b5a-4697-8889-9a0b1c2d3e4f",
    }),
    reviewedAt: z.iso.datetime().openapi({ example: "2026-01-06T09:00:00.000Z" }),
  })
  .openapi("SignalReview", { description: "What a second person found" });

const told = {
  id: Id.openapi({ example: "3c4d5e6f-7081-4293-a4b5-c6d7e8f90a1b" }),
  ...signalFields,
  expiresAt: z.iso.datetime().openapi({
    description: "When its note is destroyed",
    example: "2028-01-05T09:00:00.000Z",
  }),
  registeredBy: Id.openapi({
    description: "The member who registered it",
    example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21",
  }),
  registeredAt: z.iso.datetime().openapi({ example: "2026-01-05T09:00:00.000Z" }),
  review: Review.optional().openapi({ description: "The latest; without one it does not count" }),
};

export const Signal = z.object(told).openapi("Signal", { description: "A sign of abuse, in codes" });
export type Signal = z.input<typeof Signal>;

export const NotedSignal = z
  .object({
    ...told,
    note: signalNote.optional().openapi({
      description: "Absent where nothing was written, or once it has expired",
      example: "Members hand over their passports when they move in.",
    }),
  })
  .openapi("NotedSignal", { description: "A signal with its note" });
export type NotedSignal = z.input<typeof NotedSignal>;

export const SignalPath = z.object({
  signalId: Id.openapi({ description: "The signal", example: "3c4d5e6f-7081-4293-a4b5-c6d7e8f90a1b" }),
});

export const presentSignal = (row: SignalRow, review: SignalReviewRow | null): Signal => ({
  id: row.id,
  movementId: row.movementId,
  kinds: row.kinds,
  nature: row.nature,
  ...(row.fromYear !== null && { fromYear: row.fromYear }),
  ...(row.toYear !== null && { toYear: row.toYear }),
  goingOn: row.goingOn,
  sourceRelation: row.sourceRelation,
  reliability: row.reliability,
  ...(row.conversationId && { conversationId: row.conversationId }),
  ...(row.reportedById && { reportedById: row.reportedById }),
  expiresAt: row.expiresAt.toISOString(),
  registeredBy: row.registeredBy,
  registeredAt: row.registeredAt.toISOString(),
  ...(review && { review: presentReview(review) }),
});

const presentReview = (row: SignalReviewRow): z.input<typeof Review> => ({
  id: row.id,
  reviewedBy: row.reviewedBy,
  verdict: row.verdict,
  ...(row.duplicateOfId && { duplicateOfId: row.duplicateOfId }),
  reviewedAt: row.reviewedAt.toISOString(),
});

export const placeOfNote = (signalId: string) =>
  ({ table: "signal", column: "note", rowId: signalId }) as const;
