import { and, eq, gt, sql } from "drizzle-orm";
import type { Context, Database } from "../../platform/context.ts";
import { type IdentityProviderRow, identityProviders, memberIdentities, signIns } from "../schema.ts";

export async function findIdentityProvider(
  tx: Database,
  participantId: string,
): Promise<IdentityProviderRow | undefined> {
  const [found] = await tx
    .select()
    .from(identityProviders)
    .where(eq(identityProviders.participantId, participantId));
  return found;
}

/** Ends what is under way at the participant's provider: it was begun with another one. */
export const dropSignIns = (tx: Database, { actor }: Context) =>
  tx.delete(signIns).where(eq(signIns.participantId, actor.participantId));

/** Uses up a browser's sign-in: answers it once, and only while it has not expired. */
export async function takeSignIn(
  tx: Database,
  participantId: string,
  { browserHash, stateHash, now }: { browserHash: string; stateHash: string; now: Date },
) {
  const [taken] = await tx
    .delete(signIns)
    .where(
      and(
        eq(signIns.participantId, participantId),
        eq(signIns.browserHash, browserHash),
        eq(signIns.stateHash, stateHash),
        gt(signIns.expiresAt, now),
      ),
    )
    .returning();
  return taken;
}

export async function findMemberIdentity(tx: Database, participantId: string, memberId: string) {
  const [found] = await tx
    .select()
    .from(memberIdentities)
    .where(and(eq(memberIdentities.participantId, participantId), eq(memberIdentities.memberId, memberId)));
  return found;
}

export async function findIdentityBySubject(
  tx: Database,
  participantId: string,
  { issuer, subject }: { issuer: string; subject: string },
) {
  const [found] = await tx
    .select()
    .from(memberIdentities)
    .where(
      and(
        eq(memberIdentities.participantId, participantId),
        eq(memberIdentities.issuer, issuer),
        eq(memberIdentities.subject, subject),
      ),
    );
  return found;
}

/** Whom an administrator expects with the value, in whatever case it is written; undefined where that is not one. */
export async function findIdentityExpected(tx: Database, participantId: string, expected: string) {
  const found = await tx
    .select()
    .from(memberIdentities)
    .where(
      and(
        eq(memberIdentities.participantId, participantId),
        sql`lower(${memberIdentities.expected}) = lower(${expected})`,
      ),
    );
  return found.length === 1 ? found[0] : undefined;
}
