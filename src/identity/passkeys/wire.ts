import { z } from "@hono/zod-openapi";
import { Id } from "../../platform/text/text.ts";
import { invitationStateAt, invitationStates } from "./invitation.ts";
import { type InvitationRow, invitationPurposes, type PasskeyRow } from "./schema.ts";

const example = {
  invitation: "c1a6f0e2-5b1d-4f0c-8e57-9f2f4b8d3a10",
  member: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21",
  colleague: "2f9f5a66-0c6e-4c0b-9a39-7a1d5f0f7c18",
  passkey: "e4d1b7c2-6a3f-4d8e-9b05-1c2d3e4f5a6b",
};

export const InvitationPath = z.object({
  invitationId: Id.openapi({ description: "The invitation", example: example.invitation }),
});

export const Invitation = z
  .object({
    id: Id.openapi({ example: example.invitation }),
    memberId: Id.openapi({ description: "Whom it is for", example: example.member }),
    purpose: z.enum(invitationPurposes).openapi({
      description:
        "`first`: the member has no passkey yet. `recovery`: it replaces those that the member has",
      example: "first",
    }),
    state: z.enum(invitationStates).openapi({ description: "What can be done with it now", example: "open" }),
    invitedBy: Id.openapi({
      description: "The member who invited; the network's operator where it was done on the server",
      example: example.colleague,
    }),
    invitedAt: z.iso.datetime().openapi({ example: "2026-01-05T09:00:00.000Z" }),
    expiresAt: z.iso
      .datetime()
      .openapi({ description: "72 hours after the invitation", example: "2026-01-08T09:00:00.000Z" }),
    approvedBy: Id.optional().openapi({
      description: "The second person; perhaps one of the operator's coordinators",
      example: "8a9d3f5e-7b1c-4e2d-9c4f-6d5e4f3a2b1c",
    }),
    approvedAt: z.iso.datetime().optional().openapi({ example: "2026-01-05T10:00:00.000Z" }),
    usedAt: z.iso.datetime().optional().openapi({ example: "2026-01-05T11:00:00.000Z" }),
  })
  .openapi("Invitation", { description: "A member's way to make a passkey, once" });
export type Invitation = z.input<typeof Invitation>;

export const NewInvitation = Invitation.extend({
  link: z.url().optional().openapi({
    description:
      "Hand it to the member in person, or by a way that is the member's alone: whoever opens it first becomes this member. Told in this one answer and never again",
    example:
      "https://handreiking.example/sign-in/passkey/invitation#R8mZ3uH0c2cXk7Qv5b9T1aYwE4nL6pJd2sGf0iUoKxM",
  }),
}).openapi("NewInvitation");
export type NewInvitation = z.input<typeof NewInvitation>;

export function presentInvitation(row: InvitationRow, now: Date): Invitation {
  return {
    id: row.id,
    memberId: row.memberId,
    purpose: row.purpose,
    state: invitationStateAt(row, now),
    invitedBy: row.invitedBy,
    invitedAt: row.invitedAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    ...(row.approvedBy && { approvedBy: row.approvedBy }),
    ...(row.approvedAt && { approvedAt: row.approvedAt.toISOString() }),
    ...(row.usedAt && { usedAt: row.usedAt.toISOString() }),
  };
}

export const PasskeyPath = z.object({
  passkeyId: Id.openapi({ description: "The passkey", example: example.passkey }),
});

export const Passkey = z
  .object({
    id: Id.openapi({ example: example.passkey }),
    name: z.string().openapi({ description: "What you call it", example: "Work laptop" }),
    backedUp: z.boolean().openapi({
      description: "Whether it is kept in a cloud too, and so outlives its device",
      example: true,
    }),
    addedAt: z.iso.datetime().openapi({ example: "2026-01-05T09:00:00.000Z" }),
    usedAt: z.iso
      .datetime()
      .optional()
      .openapi({ description: "When it last signed you in", example: "2026-02-02T08:30:00.000Z" }),
  })
  .openapi("Passkey", { description: "A passkey of your own" });
export type Passkey = z.input<typeof Passkey>;

export function presentPasskey(row: PasskeyRow): Passkey {
  return {
    id: row.id,
    name: row.name,
    backedUp: row.backedUp,
    addedAt: row.addedAt.toISOString(),
    ...(row.usedAt && { usedAt: row.usedAt.toISOString() }),
  };
}
