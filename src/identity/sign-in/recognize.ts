import { and, eq, sql } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import type { Context, Database } from "../../platform/context.ts";
import { Problem } from "../../platform/http/problem.ts";
import { applyMember, claimMember } from "../members/apply.ts";
import { NewMember } from "../members/wire.ts";
import { findIdentityBySubject, findIdentityExpected } from "../provider/store.ts";
import { type IdentityProviderRow, memberIdentities } from "../schema.ts";
import { findMember, insertMember } from "../store.ts";
import type { Assertion } from "./assertion.ts";
import { SignInRefused } from "./refusals.ts";

/**
 * The member whom the participant's provider speaks of. Once paired only the subject counts: an address may pass to
 * somebody else, a subject never does (OpenID Connect Core, 5.7).
 */
export async function recognize(
  tx: Database,
  ctx: Context,
  provider: IdentityProviderRow,
  assertion: Assertion,
): Promise<string> {
  const memberId =
    (await findPaired(tx, provider, assertion)) ??
    (await pair(tx, ctx, provider, assertion)) ??
    (await addUnknown(tx, ctx, provider, assertion));
  const member = await findMember(tx, provider.participantId, memberId);
  if (!member || member.suspendedAt) throw new SignInRefused("suspended");
  if (assertion.roles) await takeRoles(tx, ctx, memberId, assertion.roles);
  return memberId;
}

async function findPaired(
  tx: Database,
  { participantId, issuer }: IdentityProviderRow,
  { subject }: Assertion,
) {
  return (await findIdentityBySubject(tx, participantId, { issuer, subject }))?.memberId;
}

/** Pairs whoever is expected and has not come yet, or came from another issuer. */
async function pair(tx: Database, ctx: Context, provider: IdentityProviderRow, assertion: Assertion) {
  const { participantId, issuer, memberClaim } = provider;
  const { subject, expected } = assertion;
  const found = await findIdentityExpected(tx, participantId, expected);
  if (!found || (memberClaim !== "email" && found.expected !== expected)) return undefined;
  // Of two who come at once, only one is paired.
  const [paired] = await tx
    .update(memberIdentities)
    .set({ issuer, subject, pairedAt: ctx.now() })
    .where(
      and(
        eq(memberIdentities.memberId, found.memberId),
        sql`${memberIdentities.issuer} is distinct from ${issuer}`,
      ),
    )
    .returning();
  if (!paired) throw new SignInRefused("unknown-person", "another subject");
  await record(tx, ctx, { action: "member.paired", subjectId: found.memberId });
  return found.memberId;
}

async function addUnknown(tx: Database, ctx: Context, provider: IdentityProviderRow, assertion: Assertion) {
  const { participantId, issuer, addsMembers } = provider;
  const { subject, expected, roles, name } = assertion;
  const { data } = NewMember.safeParse({ name, roles });
  if (!addsMembers || !data) throw new SignInRefused("unknown-person");
  const { id: memberId } = await insertMember(tx, ctx, participantId, data);
  await tx
    .insert(memberIdentities)
    .values({ memberId, participantId, expected, issuer, subject, pairedAt: ctx.now() });
  await record(tx, ctx, { action: "member.added", subjectId: memberId });
  return memberId;
}

async function takeRoles(
  tx: Database,
  ctx: Context,
  memberId: string,
  roles: NonNullable<Assertion["roles"]>,
) {
  const before = await claimMember(tx, ctx, memberId);
  try {
    await applyMember(tx, ctx, before, { name: before.name, roles });
  } catch (error) {
    // The last administrator, whom the provider no longer calls one: nobody gets in by it, and nothing changes.
    if (error instanceof Problem) throw new SignInRefused("no-role", error.definition.code);
    throw error;
  }
}
