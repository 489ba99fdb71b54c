import { z } from "@hono/zod-openapi";
import { Id } from "../../platform/text/text.ts";
import { proposalKinds } from "./kinds.ts";
import { decisions, type ProposalRow } from "./schema.ts";

const proposalId = Id.openapi({
  description: "The proposal",
  example: "6d1f0c7e-2b4a-4c9d-8e35-1a7b9c0d2e66",
});
export const ProposalPath = z.object({ proposalId });

export const proposalStates = ["open", "expired", ...decisions] as const;

export const Proposal = z
  .object({
    id: proposalId,
    kind: z.enum(proposalKinds).openapi({ description: "What would be done", example: "change-member" }),
    subjectId: Id.optional().openapi({
      description: "The record that it is about; of what would be new, once it is confirmed",
      example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21",
    }),
    content: z.record(z.string(), z.unknown()).openapi({
      description: "What was asked for, as the operation of that kind takes it",
      example: { name: "Noor de Wit", roles: ["counsellor", "administrator"] },
    }),
    before: z
      .record(z.string(), z.unknown())
      .optional()
      .openapi({
        description: "What stood there when it was proposed: if it does no more, the proposal is of no use",
        example: { name: "Noor de Wit", roles: ["counsellor"], suspended: false },
      }),
    state: z.enum(proposalStates).openapi({
      description: "`open` waits for the second person until it is `expired`; the rest is decided",
      example: "open",
    }),
    proposedBy: Id.openapi({
      description: "The member who proposed it",
      example: "1d2e3f40-5a6b-4c7d-8e9f-0a1b2c3d4e5f",
    }),
    proposedAt: z.iso.datetime().openapi({ example: "2026-01-05T09:00:00.000Z" }),
    expiresAt: z.iso.datetime().openapi({
      description: "From then on it cannot be confirmed any more",
      example: "2026-01-19T09:00:00.000Z",
    }),
    decidedBy: Id.optional().openapi({
      description: "The member who confirmed or rejected it; the proposer, when withdrawn",
      example: "8f7e6d5c-4b3a-4291-8a0f-e1d2c3b4a596",
    }),
    decidedAt: z.iso
      .datetime()
      .optional()
      .openapi({ description: "When it was decided", example: "2026-01-06T10:00:00.000Z" }),
  })
  .openapi("Proposal", { description: "A change that gives power and takes a second person" });
export type Proposal = z.input<typeof Proposal>;

export function presentProposal(row: ProposalRow, now: Date): Proposal {
  return {
    id: row.id,
    kind: row.kind,
    ...(row.subjectId && { subjectId: row.subjectId }),
    content: row.content,
    ...(row.before && { before: row.before }),
    state: row.decision ?? (row.expiresAt <= now ? "expired" : "open"),
    proposedBy: row.proposedBy,
    proposedAt: row.proposedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    ...(row.decidedBy && { decidedBy: row.decidedBy }),
    ...(row.decidedAt && { decidedAt: row.decidedAt.toISOString() }),
  };
}
