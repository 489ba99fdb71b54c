import { createRoute } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { invitationNotFound, invitationNotOpen } from "./problems.ts";
import { invitations } from "./schema.ts";
import { claimInvitation } from "./store.ts";
import { Invitation, InvitationPath, presentInvitation } from "./wire.ts";

const route = createRoute({
  operationId: "revokeInvitation",
  method: "post",
  path: "/invitations/{invitationId}/revocation",
  tags: ["Network"],
  summary: "Revoke an invitation",
  description: "Its link is good for nothing from now on. Once more changes nothing.",
  security: needs("invitations"),
  request: { params: InvitationPath },
  responses: {
    200: json(Invitation, "The revoked invitation"),
    ...problems(invitationNotFound, invitationNotOpen, permissionMissing),
  },
});

export function revokeInvitation(ctx: Context, invitationId: string): Promise<Invitation> {
  permit(ctx, "invitations");
  return transact(ctx, async (tx) => {
    const { participantId } = ctx.actor;
    const invitation = (await claimInvitation(tx, participantId, invitationId)) ?? fail(invitationNotFound);
    const voidedAt = ctx.now();
    if (invitation.usedAt) fail(invitationNotOpen);
    if (invitation.voidedAt) return presentInvitation(invitation, voidedAt);
    await tx.update(invitations).set({ voidedAt }).where(eq(invitations.id, invitationId));
    await record(tx, ctx, { action: "member.invitation-revoked", subjectId: invitation.memberId });
    return presentInvitation({ ...invitation, voidedAt }, voidedAt);
  });
}

export default operation(
  route,
  (ctx, { params }) => revokeInvitation(ctx, params.invitationId),
  revokeInvitation,
);
