import { createRoute, z } from "@hono/zod-openapi";
import { and, eq, isNull } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit, personOf } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { actFor, transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import { memberNotFound } from "../problems.ts";
import { takesTwo } from "../proposals/propose.ts";
import { findIdentityProvider } from "../provider/store.ts";
import type { MemberRow } from "../schema.ts";
import { hashOf, newToken } from "../sessions/token.ts";
import { findMember } from "../store.ts";
import { invitationLife, isSoleAdministrator, needsApproval } from "./invitation.ts";
import { invitationNotFound, memberSuspended, signsInElsewhere } from "./problems.ts";
import { type InvitationRow, invitations } from "./schema.ts";
import {
  claimInvitation,
  findHomeOf,
  findHomeOfInvitation,
  isInUse,
  listColleagues,
  listPasskeyRows,
  toldOfInvitation,
} from "./store.ts";
import { NewInvitation, presentInvitation } from "./wire.ts";

const MemberPath = z.object({
  memberId: Id.openapi({ description: "The member", example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21" }),
});

const route = createRoute({
  operationId: "inviteMember",
  method: "post",
  path: "/members/{memberId}/invitations",
  tags: ["Network"],
  summary: "Invite a member to sign in by passkey",
  description:
    "Makes a link that is good once, for 72 hours: whoever opens it makes a passkey and signs in by it from then on. No mail is sent: hand the link over yourself. An earlier invitation of the member ends. Where your participant has an identity provider, only administrators are invited: they get in when it fails.\n\nFor a member who has passkeys, all of them lost, it is a recovery: it works once a second person has approved it, and its use revokes those passkeys and ends all sessions.\n\nThe operator's coordinators invite a participant's only administrator, whom nobody there could invite: the first one after the admission, and one who lost all passkeys. Where anybody can act for the participant already, this too waits for a second person. Of other members they learn nothing: these do not exist for them.\n\nWhere your participant wants two persons, every invitation waits for the second one.",
  security: [...needs("invitations"), ...needs("network:write")],
  request: { params: MemberPath },
  responses: {
    201: json(NewInvitation, "The invitation, with its link"),
    ...problems(memberNotFound, memberSuspended, signsInElsewhere, permissionMissing),
  },
});

export async function inviteMember(ctx: Context, memberId: string): Promise<NewInvitation> {
  if (!ctx.actor.permissions.has("invitations")) permit(ctx, "network:write");
  const token = newToken();
  const tokenHash = await hashOf(token);
  return transact(ctx, async (tx) => {
    const member = await findInvitee(tx, ctx, memberId);
    if (member.suspendedAt) fail(memberSuspended);
    const { participantId } = member;
    if (!member.roles.includes("administrator") && (await findIdentityProvider(tx, participantId)))
      fail(signsInElsewhere);
    const row = await keepInvitation(tx, ctx, member, tokenHash);
    await actFor(tx, ctx.actor.participantId);
    await record(tx, ctx, {
      action: "member.invited",
      subjectId: memberId,
      subjectParticipantId: participantId,
      at: row.invitedAt,
    });
    const link = `${ctx.signing.issuer}/sign-in/passkey/invitation#${token}`;
    return { ...presentInvitation(row, row.invitedAt), link };
  });
}

/** Keeps a new invitation in place of one that is open. */
async function keepInvitation(
  tx: Database,
  ctx: Context,
  { id: memberId, participantId }: MemberRow,
  tokenHash: string,
): Promise<InvitationRow> {
  const invitedAt = ctx.now();
  const invitedBy = personOf(ctx.actor) ?? ctx.actor.id;
  const colleagues = await listColleagues(tx, participantId);
  const hasPasskeys = (await listPasskeyRows(tx, participantId, memberId)).length > 0;
  const byColleague = colleagues.some(({ id }) => id === invitedBy);
  await tx.update(invitations).set({ voidedAt: invitedAt }).where(openOf(memberId));
  const [row] = await tx
    .insert(invitations)
    .values({
      id: ctx.newId(),
      participantId,
      memberId,
      tokenHash,
      purpose: hasPasskeys ? "recovery" : "first",
      needsApproval:
        needsApproval({ hasPasskeys }, byColleague, await isInUse(tx, participantId)) ||
        // Whoever holds the link becomes this member: one person could otherwise be two.
        (byColleague && (await takesTwo(tx, ctx))),
      invitedBy,
      invitedAt,
      expiresAt: new Date(invitedAt.getTime() + invitationLife),
    })
    .returning(toldOfInvitation);
  return row as NonNullable<typeof row>;
}

const openOf = (memberId: string) =>
  and(eq(invitations.memberId, memberId), isNull(invitations.usedAt), isNull(invitations.voidedAt));

/** A colleague, or for the operator's coordinators another participant's only administrator: the transaction is then for that one. */
async function findInvitee(tx: Database, ctx: Context, memberId: string) {
  const { permissions, participantId } = ctx.actor;
  const colleague = permissions.has("invitations") && (await findMember(tx, participantId, memberId));
  if (colleague) return colleague;
  const home = permissions.has("network:write") && (await findHomeOf(tx, memberId));
  if (!home) return fail(memberNotFound);
  await actFor(tx, home);
  if (!isSoleAdministrator(await listColleagues(tx, home), memberId)) fail(memberNotFound);
  return (await findMember(tx, home, memberId)) ?? fail(memberNotFound);
}

/** The invitation without its link, which was told once. */
function presentAgain(ctx: Context, invitationId: string): Promise<NewInvitation> {
  return transact(ctx, async (tx) => {
    const home = (await findHomeOfInvitation(tx, invitationId)) ?? ctx.actor.participantId;
    await actFor(tx, home);
    const row = (await claimInvitation(tx, home, invitationId)) ?? fail(invitationNotFound);
    return presentInvitation(row, ctx.now());
  });
}

export default operation(route, (ctx, { params }) => inviteMember(ctx, params.memberId), presentAgain);
