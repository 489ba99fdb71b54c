import { z } from "@hono/zod-openapi";
import { Day, Id } from "../../platform/text/text.ts";
import { verificationMethods } from "../codes.ts";
import { EntryRef } from "../keeper.ts";
import type { VerificationRow } from "./store.ts";

export const checkedOn = Day.openapi({
  description: "The day on which it was checked and found right",
  example: "2026-01-05",
});

export const method = z.enum(verificationMethods).openapi({
  description:
    "How: by `phone`, `email` or `visit` with the organization, on its `website`, or `told` by the organization of its own accord",
  example: "phone",
});

export const Verification = z
  .object({
    id: Id.openapi({ description: "The verification", example: "e7a1c5d3-9b2f-4e60-8a4d-1c3b5f7d9e21" }),
    entry: EntryRef,
    checkedOn,
    method,
    participantId: Id.openapi({
      description: "The participant that checked. Which of its members did is in the audit only",
      example: "5a0f3a3e-6c8b-4a55-9d0c-6a4a4c7f1d10",
    }),
    selfConfirmed: z.boolean().openapi({
      description: "Whether that is the participant that answers for the entry: it vouches for itself",
      example: false,
    }),
    recordedAt: z.iso
      .datetime()
      .openapi({ description: "When it was recorded", example: "2026-01-05T09:00:00.000Z" }),
  })
  .openapi("Verification", { description: "That an entry was checked on a day and found right" });
export type Verification = z.input<typeof Verification>;

export function presentVerification(row: VerificationRow): Verification {
  return {
    id: row.id,
    entry: { kind: row.entryKind, id: row.entryId },
    checkedOn: row.checkedOn,
    method: row.method,
    participantId: row.participantId,
    selfConfirmed: row.selfConfirmed,
    recordedAt: row.at,
  };
}
