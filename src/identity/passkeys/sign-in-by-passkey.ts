import { and, eq, isNull } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import type { Context, Database, Platform } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { fail } from "../../platform/http/problem.ts";
import { startSession } from "../sessions/start-session.ts";
import { asMember } from "./as-member.ts";
import { openChallenge, takeChallenge } from "./challenge.ts";
import type { SignedChallenge } from "./credential.ts";
import { follows } from "./passkey.ts";
import { askedTooLongAgo, passkeyRefused } from "./problems.ts";
import { relyingPartyOf } from "./relying-party.ts";
import { passkeys } from "./schema.ts";
import { askForSignature, checkSigned, keyOfNobody, type Signature } from "./sign-challenge.ts";
import { findPasskey } from "./store.ts";
import { isHandleOf } from "./web-authn.ts";

/** What any browser is to have signed, by whichever passkey its person chooses. */
export async function offerSignIn(platform: Platform) {
  const party = relyingPartyOf(platform);
  const { challenge, cookie } = await openChallenge(platform, { purpose: "sign-in" });
  return { cookie, options: await askForSignature(party, challenge) };
}

/**
 * Signs in whose passkey it is. An unknown one, a wrong signature, a revoked one and a suspended member are answered
 * alike. `cookie`: a Set-Cookie header.
 */
export async function signInByPasskey(
  platform: Platform,
  headers: Headers,
  signed: SignedChallenge,
): Promise<{ cookie: string }> {
  const party = relyingPartyOf(platform);
  const challenge = (await takeChallenge(platform, headers, { purpose: "sign-in" })) ?? fail(askedTooLongAgo);
  const found = await findPasskey(platform.db, signed.id);
  const signature = await checkSigned(party, challenge, signed, found?.publicKey ?? (await keyOfNobody()));
  if (!found || !signature || !isHandleOf(signed.userHandle, found.memberId)) return fail(passkeyRefused);
  const ctx = asMember(platform, found);
  // A refusal is kept too, and so not thrown inside.
  const fit = await transact(ctx, (tx) => noteUse(tx, ctx, found, signature));
  if (!fit) fail(passkeyRefused);
  const { participantId, memberId } = found;
  return startSession(platform, { participantId, memberId, method: "passkey", headers });
}

/** Notes the use of a passkey whose signature was genuine; false for one that may not be used. */
async function noteUse(
  tx: Database,
  ctx: Context,
  { id, barred }: { id: string; barred: boolean },
  { signCount, backedUp }: Signature,
): Promise<boolean> {
  const [held] = await tx
    .select({ signCount: passkeys.signCount, backupEligible: passkeys.backupEligible })
    .from(passkeys)
    .where(and(eq(passkeys.id, id), eq(passkeys.memberId, ctx.actor.id), isNull(passkeys.revokedAt)))
    .for("update");
  const counts = held !== undefined && follows(signCount, held.signCount);
  if (barred || !held || !counts) {
    const action = !barred && held ? "passkey.count-refused" : "passkey.refused";
    await record(tx, ctx, { action, subjectId: id });
    return false;
  }
  await tx
    .update(passkeys)
    .set({ signCount, backedUp: held.backupEligible && backedUp, usedAt: ctx.now() })
    .where(eq(passkeys.id, id));
  await record(tx, ctx, { action: "passkey.used", subjectId: id });
  return true;
}
