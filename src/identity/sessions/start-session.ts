import { sql } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import type { Actor, Platform } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { fail, unauthenticated } from "../../platform/http/problem.ts";
import { findMember, findParticipant } from "../store.ts";
import { usualLimits } from "./limits.ts";
import type { SignInMethod } from "./schema.ts";
import { endSessionRows, findSession } from "./store.ts";
import { hashOf, keepToken, newToken, tokenOf } from "./token.ts";

interface SignedIn {
  participantId: string;
  memberId: string;
  method: SignInMethod;
  /** The headers it is signed in with: a session that their cookie names ends with this one's start. */
  headers?: Headers;
}

/**
 * Signs a member in with a session of its own, whatever the browser held before. `cookie` is a Set-Cookie header.
 * Whoever calls it knows who the member is; it refuses who is suspended.
 */
export async function startSession(platform: Platform, signedIn: SignedIn): Promise<{ cookie: string }> {
  const { participantId, memberId, method, headers } = signedIn;
  if (headers) await endEarlier(platform, headers);
  const actor = asMember(participantId, memberId);
  const token = newToken();
  const tokenHash = await hashOf(token);
  await transact({ ...platform, actor }, async (tx) => {
    const ctx = { ...platform, actor };
    const member = await findMember(tx, participantId, memberId);
    const found = await findParticipant(tx, participantId);
    if (!member || member.suspendedAt || !found || found.participant.suspendedAt) fail(unauthenticated);
    const [id, startedAt] = [ctx.newId(), ctx.now()];
    const expiresAt = new Date(startedAt.getTime() + (platform.sessionLimits ?? usualLimits).absolute);
    await tx.execute(
      sql`select handreiking.begin_session(${id}::uuid, ${memberId}::uuid, ${tokenHash}, ${method},
        ${startedAt.toISOString()}::timestamptz, ${expiresAt.toISOString()}::timestamptz)`,
    );
    await record(tx, ctx, { action: "session.started", subjectId: id });
  });
  return { cookie: keepToken(platform.signing.issuer, token) };
}

const asMember = (participantId: string, memberId: string): Actor => ({
  kind: "member",
  id: memberId,
  participantId,
  permissions: new Set(),
});

/** Ends the session that a request's cookie names, if it names one. */
export async function endEarlier(platform: Platform, headers: Headers): Promise<void> {
  const token = tokenOf(headers, platform.signing.issuer);
  const earlier = token && (await findSession(platform, await hashOf(token)));
  if (!earlier) return;
  const ctx = { ...platform, actor: asMember(earlier.participantId, earlier.memberId) };
  await transact(ctx, async (tx) => {
    for (const id of await endSessionRows(tx, ctx, earlier.memberId, earlier.id))
      await record(tx, ctx, { action: "session.ended", subjectId: id });
  });
}
