import { z } from "@hono/zod-openapi";
import { Id } from "../../platform/text/text.ts";
import { correctionReasons, correctionStates, refusalReasons } from "../codes.ts";
import { LocationPatch, OrganizationPatch, ServicePatch } from "../edit/wire.ts";
import { EntryRef } from "../keeper.ts";
import { given } from "../wire.ts";
import type { CorrectionRow } from "./store.ts";

const correctionId = Id.openapi({
  description: "The correction",
  example: "a9c7e5d3-1b2f-4d60-9a8c-7e5d3b1f9a64",
});
export const CorrectionPath = z.object({ correctionId });

const reason = z.enum(correctionReasons).openapi({
  description:
    "What is the matter: `wrong` from the beginning, `outdated`, `closed`, `moved`, `incomplete`, or `unclear` to callers",
  example: "outdated",
});
const sourceUrl = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .openapi({
    description: "Where anybody can read that it is so: a public page, never one about a person",
    example: "https://www.example.org/contact",
  });
export const refusalReason = z.enum(refusalReasons).openapi({
  description:
    "`not-right`: it is as it stands; `cannot-confirm`: nobody could be found to confirm it; `already-so`: it was put right meanwhile; `not-for-directory`: true, but nothing that belongs there",
  example: "already-so",
});

const told = { id: EntryRef.shape.id, reason, sourceUrl: sourceUrl.optional() };

export const NewCorrection = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("organization"), changes: OrganizationPatch, ...told }),
    z.strictObject({ kind: z.literal("service"), changes: ServicePatch, ...told }),
    z.strictObject({ kind: z.literal("location"), changes: LocationPatch, ...told }),
  ])
  .openapi("NewCorrection", {
    description:
      "What an entry should be: `changes` is the merge patch that editing it takes. Nothing about a person belongs in it, least of all about a caller",
    example: {
      kind: "service",
      id: "8b1c1e9a-2f0c-5d3a-9d53-0a7e6c3f1b42",
      changes: { email: "hulp@example.org" },
      reason: "outdated",
      sourceUrl: "https://www.example.org/contact",
    },
  });
export type NewCorrection = z.output<typeof NewCorrection>;

const fields = (description: string, example: Record<string, unknown>) =>
  z.record(z.string(), z.unknown()).openapi({ description, example });

export const Correction = z
  .object({
    id: correctionId,
    entry: EntryRef,
    changes: fields("What it should be, by the names of the entry's fields; null takes away", {
      email: "hulp@example.org",
    }),
    before: fields("What these fields were when it was proposed", { email: "info@example.org" }),
    reason,
    sourceUrl: sourceUrl.optional(),
    participantId: Id.openapi({
      description: "Whose member or system proposed it",
      example: "5a0f3a3e-6c8b-4a55-9d0c-6a4a4c7f1d10",
    }),
    state: z
      .enum(correctionStates)
      .openapi({ description: "Whether it was decided, and how", example: "proposed" }),
    proposedAt: z.iso
      .datetime()
      .openapi({ description: "When it was proposed", example: "2026-01-05T09:00:00.000Z" }),
    decidedAt: z.iso
      .datetime()
      .optional()
      .openapi({ description: "When it was decided", example: "2026-01-06T10:00:00.000Z" }),
    decidedBy: Id.optional().openapi({
      description: "The participant that decided",
      example: "0c6f1f0e-8c8a-4f7e-9a7b-2f3d5e7a9b11",
    }),
    refusalReason: refusalReason.optional(),
  })
  .openapi("Correction", {
    description:
      "What somebody in the network says that an entry should be. Seen by the proposer's participant, by whoever answers for the entry and by the operator",
  });
export type Correction = z.input<typeof Correction>;

export function presentCorrection(row: CorrectionRow): Correction {
  return {
    id: row.id,
    entry: { kind: row.entryKind, id: row.entryId },
    changes: row.changes,
    before: row.before,
    reason: row.reason,
    participantId: row.participantId,
    state: row.state,
    proposedAt: row.proposedAt.toISOString(),
    ...given({
      sourceUrl: row.sourceUrl,
      decidedAt: row.decidedAt?.toISOString() ?? null,
      decidedBy: row.decidedBy,
      refusalReason: row.refusalReason,
    }),
  };
}
