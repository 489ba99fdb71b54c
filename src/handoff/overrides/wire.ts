import { z } from "@hono/zod-openapi";
import { dataCategories, subjects } from "../../cases/index.ts";
import { Id, personalText } from "../../platform/text/text.ts";
import { callerTold, overrideGrounds, vitalInterests } from "../codes.ts";
import { isInForce, type KnownOverride } from "./in-force.ts";

export const OverridePath = z.object({
  overrideId: Id.openapi({ description: "The override", example: "4e8f1d2c-6b7a-4f3e-9c5d-8a1b2c3d4e55" }),
});

export const overrideTerms = {
  recipientId: Id.openapi({
    description: "The participant who is told",
    example: "5a0f3a3e-6c8b-4a55-9d0c-6a4a4c7f1d10",
  }),
  subject: z.enum(subjects).openapi({ description: "Whose data", example: "caller" }),
  categories: z
    .array(z.enum(dataCategories))
    .min(1)
    .max(dataCategories.length)
    .openapi({
      description: "Which kinds of data: no more than is necessary",
      example: ["contact", "identity"],
    }),
  ground: z.enum(overrideGrounds).openapi({
    description:
      "`vital-interest`: somebody's life or safety. `legal-duty`, `legal-right`: to report. `court-order`: an order",
    example: "vital-interest",
  }),
  whose: z.enum(vitalInterests).optional().openapi({
    description:
      "Of a vital interest: that the caller is physically or legally incapable of consenting, or that it is another person's life. Without it, it is the caller's own to decide on",
    example: "another-person",
  }),
  consultedId: Id.openapi({
    description: "The colleague who was consulted: not the one who makes it",
    example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21",
  }),
  callerTold: z.enum(callerTold).openapi({
    description: "Whether the caller was told, or why not",
    example: "told",
  }),
  afterRefusal: z.boolean().openapi({
    description:
      "Whether the caller had refused this recipient, in whichever way: then it needs approval first. Told as true, it is written down as a refusal; what is known here counts without it",
    example: false,
  }),
};

export const necessity = personalText(4000).openapi({
  description:
    "Why it is necessary, in words: kept under the case's own key, and read by those who decide on it",
  example: "The caller said that her brother locks her in and has a weapon.",
});

export const Override = z
  .object({
    id: Id.openapi({ example: "4e8f1d2c-6b7a-4f3e-9c5d-8a1b2c3d4e55" }),
    caseId: Id.openapi({ example: "3f0c2f7a-52c1-4f0b-9a54-3a9a4d1f7c11" }),
    ...overrideTerms,
    inForce: z.boolean().openapi({ description: "Whether an offer may rest on it now", example: true }),
    needsApproval: z
      .boolean()
      .openapi({ description: "Whether another member has to approve it first", example: false }),
    madeBy: Id.openapi({ example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21" }),
    madeAt: z.iso.datetime().openapi({ example: "2026-01-05T09:00:00.000Z" }),
    expiresAt: z.iso.datetime().openapi({ example: "2026-02-04T09:00:00.000Z" }),
    approvedAt: z.iso.datetime().optional(),
    reviewDueAt: z.iso
      .datetime()
      .optional()
      .openapi({ description: "By when another member reviews what acted at once" }),
    reviewedAt: z.iso.datetime().optional(),
    refusedAt: z.iso
      .datetime()
      .optional()
      .openapi({ description: "When the caller last refused this recipient, in whichever way" }),
    objectedAt: z.iso
      .datetime()
      .optional()
      .openapi({ description: "When the caller last refused while it stood" }),
    decideBy: z.iso.datetime().optional().openapi({
      description: "By when another member decides on that; undecided it ends then, and what rested on it",
    }),
    objectionDecidedAt: z.iso.datetime().optional(),
    endedAt: z.iso
      .datetime()
      .optional()
      .openapi({ description: "Absent while it stands; what rested on it ended then" }),
  })
  .openapi("Override", { description: "A decision to disclose without the caller's consent" });
export type Override = z.input<typeof Override>;

export function presentOverride(row: KnownOverride, now: Date): Override {
  const time = (name: string, at: Date | null) => at && { [name]: at.toISOString() };
  return {
    id: row.id,
    caseId: row.caseId,
    recipientId: row.recipientId,
    subject: row.subject,
    categories: row.categories,
    ground: row.ground,
    ...(row.whose && { whose: row.whose }),
    consultedId: row.consultedId,
    callerTold: row.callerTold,
    afterRefusal: row.afterRefusal,
    inForce: isInForce(row, now),
    needsApproval: row.needsApproval,
    madeBy: row.madeBy,
    madeAt: row.madeAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    ...time("approvedAt", row.approvedAt),
    ...time("reviewDueAt", row.reviewDueAt),
    ...time("reviewedAt", row.reviewedAt),
    ...time("refusedAt", row.refusedAt),
    ...time("objectedAt", row.objectedAt),
    ...(row.disputed && time("decideBy", row.decideBy)),
    ...time("objectionDecidedAt", row.objectionDecidedAt),
    ...time("endedAt", row.endedAt),
  };
}
