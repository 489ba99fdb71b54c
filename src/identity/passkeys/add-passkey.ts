import { and, eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import type { Actor, Context, Platform } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { fail, unexpectedFailure } from "../../platform/http/problem.ts";
import { sessions } from "../sessions/schema.ts";
import { openChallenge, takeChallenge } from "./challenge.ts";
import type { MadeCredential } from "./credential.ts";
import { askForPasskey, checkMade } from "./make-passkey.ts";
import { isFresh, knownTransports } from "./passkey.ts";
import { askedTooLongAgo, passkeyUnfit, signInNotFresh } from "./problems.ts";
import { relyingPartyOf } from "./relying-party.ts";
import { findNames, insertPasskey, listPasskeyRows } from "./store.ts";

/** What the browser of a member who has just signed in is to make. */
export async function offerAnother(platform: Platform, actor: Actor) {
  const party = relyingPartyOf(platform);
  await requireFresh(platform, actor);
  const { id: memberId, participantId } = actor;
  const { names, held } = await transact({ ...platform, actor }, async (tx) => ({
    names: await findNames(tx, participantId, memberId),
    held: await listPasskeyRows(tx, participantId, memberId),
  }));
  const { challenge, cookie } = await openChallenge(platform, { purpose: "another", subjectId: memberId });
  const account = { memberId, ...(names ?? fail(unexpectedFailure)) };
  return { cookie, options: await askForPasskey(party, account, challenge, held) };
}

/** Keeps another passkey of a member who has just signed in. */
export async function addPasskey(
  platform: Platform,
  actor: Actor,
  headers: Headers,
  { name, made }: { name: string; made: MadeCredential },
): Promise<void> {
  const party = relyingPartyOf(platform);
  await requireFresh(platform, actor);
  const asked = { purpose: "another", subjectId: actor.id } as const;
  const challenge = (await takeChallenge(platform, headers, asked)) ?? fail(askedTooLongAgo);
  const credential = (await checkMade(party, challenge, made)) ?? fail(passkeyUnfit);
  const ctx: Context = { ...platform, actor };
  await transact(ctx, async (tx) => {
    const transports = knownTransports(made.transports);
    const way = { sessionId: actor.sessionId ?? fail(signInNotFresh) };
    const added = await insertPasskey(tx, ctx, way, { ...credential, transports, name }, ctx.now());
    await record(tx, ctx, { action: "passkey.added", subjectId: added ?? fail(passkeyUnfit) });
  });
}

/** A session that lay open is not enough to add a way in. */
async function requireFresh(platform: Platform, actor: Actor): Promise<void> {
  const [session] = await transact({ ...platform, actor }, (tx) =>
    tx
      .select({ method: sessions.method, startedAt: sessions.startedAt })
      .from(sessions)
      .where(
        and(eq(sessions.participantId, actor.participantId), eq(sessions.id, actor.sessionId ?? actor.id)),
      ),
  );
  if (!session || !isFresh(session, platform.now())) fail(signInNotFresh);
}
