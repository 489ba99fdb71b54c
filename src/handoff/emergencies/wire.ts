import { z } from "@hono/zod-openapi";
import { dataCategories } from "../../cases/index.ts";
import { Id, personalText, Time } from "../../platform/text/text.ts";
import { dangers, emergencyFindings, emergencyServices, endangered, triedBefore } from "./codes.ts";
import type { EmergencyRow } from "./schema.ts";

export const EmergencyPath = z.object({
  emergencyId: Id.openapi({
    description: "The emergency call",
    example: "2b7d4c1e-9f3a-4d58-8c26-5e0f1a7b9d44",
  }),
});

export const emergencyTerms = {
  told: z.enum(emergencyServices).openapi({
    description:
      "Who was called. `veilig-thuis`: the advice and reporting centre on domestic violence. `crisis-service`: a mental health or youth crisis service",
    example: "112",
  }),
  categories: z
    .array(z.enum(dataCategories))
    .max(dataCategories.length)
    .openapi({ description: "Which kinds of data were told; empty if none", example: ["contact"] }),
  whose: z
    .enum(endangered)
    .openapi({ description: "Whose life or incapacity it is about", example: "caller" }),
  danger: z.enum(dangers).openapi({
    description: "`life`: somebody may die or be badly hurt. `incapacity`: they can decide nothing now",
    example: "life",
  }),
  tried: z
    .array(z.enum(triedBefore))
    .min(1)
    .max(triedBefore.length)
    .openapi({ description: "Who was tried before the call", example: ["colleague"] }),
};

const triedIds = z
  .array(Id)
  .max(20)
  .openapi({
    description: "Which colleagues were tried, where you know",
    example: ["b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21"],
  });

export const emergencyWords = {
  words: personalText(4000).openapi({
    description: "What was told, in words: kept under the case's own key",
    example: "Gave the address; said that he has a knife.",
  }),
  newSince: personalText(4000)
    .openapi({
      description: "What is new since the caller refused, where they had; kept under the case's own key",
      example: "He came home and began to shout.",
    })
    .optional(),
};

export const NewEmergency = z
  .strictObject({
    ...emergencyTerms,
    ...emergencyWords,
    toldAt: Time.optional().openapi({
      description: "When the call was made; without it now",
      example: "2026-01-05T09:00:00Z",
    }),
    triedIds: triedIds.optional(),
  })
  .openapi("NewEmergency");
export type NewEmergency = z.output<typeof NewEmergency>;

const time = (description: string) =>
  z.iso.datetime().openapi({ description, example: "2026-01-05T09:00:00.000Z" });

export const Emergency = z
  .object({
    id: Id.openapi({ example: "2b7d4c1e-9f3a-4d58-8c26-5e0f1a7b9d44" }),
    caseId: Id.openapi({ example: "3f0c2f7a-52c1-4f0b-9a54-3a9a4d1f7c11" }),
    ...emergencyTerms,
    toldAt: time("When the call was made"),
    triedIds,
    recordedBy: Id.openapi({ example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21" }),
    recordedAt: time("When it was written down"),
    reviewDueAt: time("By when another member looks at it"),
    reviewedBy: Id.optional(),
    reviewedAt: z.iso.datetime().optional(),
    finding: z
      .enum(emergencyFindings)
      .optional()
      .openapi({ description: "What another member found; absent until then", example: "right" }),
  })
  .openapi("Emergency", { description: "An emergency call that was made: codes and ids only" });
export type Emergency = z.input<typeof Emergency>;

export const presentEmergency = (row: EmergencyRow): Emergency => ({
  id: row.id,
  caseId: row.caseId,
  told: row.told,
  categories: row.categories,
  whose: row.whose,
  danger: row.danger,
  tried: row.tried,
  toldAt: row.toldAt.toISOString(),
  triedIds: row.triedIds,
  recordedBy: row.recordedBy,
  recordedAt: row.recordedAt.toISOString(),
  reviewDueAt: row.reviewDueAt.toISOString(),
  ...(row.reviewedBy && { reviewedBy: row.reviewedBy }),
  ...(row.reviewedAt && { reviewedAt: row.reviewedAt.toISOString() }),
  ...(row.finding && { finding: row.finding }),
});
