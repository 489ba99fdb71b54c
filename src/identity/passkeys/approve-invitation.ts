import { createRoute } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { permissionMissing, permit, signedInMember } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { actFor, transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { countersign, secondPersonProblems } from "../two-persons/countersign.ts";
import { approversAmong, invitationStateAt } from "./invitation.ts";
import { approvalNotNeeded, approverUnfit, invitationNotFound, invitationNotOpen } from "./problems.ts";
import { type InvitationRow, invitations } from "./schema.ts";
import { claimInvitation, findHomeOfInvitation, listColleagues } from "./store.ts";
import { Invitation, InvitationPath, presentInvitation } from "./wire.ts";

const route = createRoute({
  operationId: "approveInvitation",
  method: "post",
  path: "/invitations/{invitationId}/approval",
  tags: ["Network"],
  summary: "Approve an invitation",
  description:
    "Says, as a second person, that the member is who they say and, where it is a recovery, that their passkeys are lost. Speak to them before: whoever holds the link becomes this member. Another administrator or a privacy officer of the participant approves, signed in here, neither who invited nor the member.\n\nWhere a participant has no such person, the operator's coordinators approve; for them the invitation exists only then. Approved once more it stays as it is.",
  security: [{ session: ["invitations:approve"] }, { session: ["network:write"] }],
  request: { params: InvitationPath },
  responses: {
    200: json(Invitation, "The invitation, which works now"),
    ...problems(
      invitationNotFound,
      invitationNotOpen,
      approvalNotNeeded,
      approverUnfit,
      ...secondPersonProblems,
      permissionMissing,
    ),
  },
});

export function approveInvitation(ctx: Context, invitationId: string): Promise<Invitation> {
  if (!ctx.actor.permissions.has("invitations:approve")) permit(ctx, "network:write");
  const approvedBy = signedInMember(ctx);
  return transact(ctx, async (tx) => {
    const invitation = await claimForApproval(tx, ctx, invitationId);
    const approvedAt = ctx.now();
    if (invitation.approvedAt) return presentInvitation(invitation, approvedAt);
    const state = invitationStateAt(invitation, approvedAt);
    if (state === "open") fail(approvalNotNeeded);
    if (state !== "waiting-for-approval") fail(invitationNotOpen);
    if (approvedBy === invitation.invitedBy || approvedBy === invitation.memberId) fail(approverUnfit);
    const { participantId, invitedBy, memberId } = invitation;
    await actFor(tx, ctx.actor.participantId);
    await countersign(tx, ctx, invitationId, invitedBy, memberId);
    await actFor(tx, participantId);
    await tx.update(invitations).set({ approvedBy, approvedAt }).where(eq(invitations.id, invitationId));
    await actFor(tx, ctx.actor.participantId);
    await record(tx, ctx, {
      action: "member.invitation-approved",
      subjectId: invitation.memberId,
      subjectParticipantId: invitation.participantId,
      at: approvedAt,
    });
    return presentInvitation({ ...invitation, approvedBy, approvedAt }, approvedAt);
  });
}

/** An invitation of the own participant, or for the operator's coordinators one that nobody there could approve. */
async function claimForApproval(tx: Database, ctx: Context, invitationId: string): Promise<InvitationRow> {
  const { permissions, participantId } = ctx.actor;
  const own =
    permissions.has("invitations:approve") && (await claimInvitation(tx, participantId, invitationId));
  if (own) return own;
  const home = permissions.has("network:write") && (await findHomeOfInvitation(tx, invitationId));
  if (!home) return fail(invitationNotFound);
  await actFor(tx, home);
  const invitation = (await claimInvitation(tx, home, invitationId)) ?? fail(invitationNotFound);
  if (approversAmong(await listColleagues(tx, home), invitation).length > 0) fail(invitationNotFound);
  return invitation;
}

export default operation(
  route,
  (ctx, { params }) => approveInvitation(ctx, params.invitationId),
  approveInvitation,
);
