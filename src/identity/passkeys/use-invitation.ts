import { eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import type { Context, Database, Platform } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { fail } from "../../platform/http/problem.ts";
import { startSession } from "../sessions/start-session.ts";
import { endSessionRows } from "../sessions/store.ts";
import { hashOf } from "../sessions/token.ts";
import { asMember } from "./as-member.ts";
import { openChallenge, takeChallenge } from "./challenge.ts";
import type { MadeCredential } from "./credential.ts";
import { invitationStateAt } from "./invitation.ts";
import { askForPasskey, checkMade } from "./make-passkey.ts";
import { knownTransports } from "./passkey.ts";
import { askedTooLongAgo, invitationUnapproved, invitationUnusable, passkeyUnfit } from "./problems.ts";
import { relyingPartyOf } from "./relying-party.ts";
import { invitations } from "./schema.ts";
import { claimInvitation, claimPasskeys, endPasskey, findOpenInvitation, insertPasskey } from "./store.ts";

/** Whom an invitation is for, and what their browser is to make. */
export async function openInvitation(platform: Platform, token: string) {
  const party = relyingPartyOf(platform);
  const invitation = await findUsable(platform, token);
  const { memberName, participantName, purpose } = invitation;
  const { challenge, cookie } = await openChallenge(platform, {
    purpose: "invitation",
    subjectId: invitation.id,
  });
  const options = await askForPasskey(party, invitation, challenge, []);
  return { cookie, memberName, participantName, purpose, options };
}

/** Keeps the invited member's new passkey, in place of any before, and signs them in. `cookie`: a Set-Cookie header. */
export async function acceptInvitation(
  platform: Platform,
  headers: Headers,
  { token, name, made }: { token: string; name: string; made: MadeCredential },
): Promise<{ cookie: string }> {
  const party = relyingPartyOf(platform);
  const invitation = await findUsable(platform, token);
  const asked = { purpose: "invitation", subjectId: invitation.id } as const;
  const challenge = (await takeChallenge(platform, headers, asked)) ?? fail(askedTooLongAgo);
  const credential = (await checkMade(party, challenge, made)) ?? fail(passkeyUnfit);
  const ctx = asMember(platform, invitation);
  await transact(ctx, async (tx) => {
    const usedAt = await useUp(tx, ctx, invitation.id);
    const transports = knownTransports(made.transports);
    const way = { invitationHash: await hashOf(token) };
    const added = await insertPasskey(tx, ctx, way, { ...credential, transports, name }, usedAt);
    await record(tx, ctx, { action: "passkey.added", subjectId: added ?? fail(passkeyUnfit) });
  });
  const { participantId, memberId } = invitation;
  return startSession(platform, { participantId, memberId, method: "passkey", headers });
}

async function findUsable(platform: Platform, token: string) {
  const found = (await findOpenInvitation(platform, await hashOf(token))) ?? fail(invitationUnusable);
  if (found.waiting) fail(invitationUnapproved);
  return found;
}

/** Takes the invitation, and with it whatever the member could sign in by before. */
async function useUp(tx: Database, ctx: Context, invitationId: string): Promise<Date> {
  const { id: memberId, participantId } = ctx.actor;
  const usedAt = ctx.now();
  const invitation = await claimInvitation(tx, participantId, invitationId);
  if (!invitation || invitationStateAt(invitation, usedAt) !== "open") return fail(invitationUnusable);
  await tx.update(invitations).set({ usedAt }).where(eq(invitations.id, invitationId));
  if (invitation.purpose === "first") return usedAt;
  await record(tx, ctx, { action: "member.recovered", subjectId: memberId });
  for (const held of await claimPasskeys(tx, participantId, memberId)) await endPasskey(tx, ctx, held.id);
  for (const subjectId of await endSessionRows(tx, ctx, memberId))
    await record(tx, ctx, { action: "session.ended", subjectId });
  return usedAt;
}
