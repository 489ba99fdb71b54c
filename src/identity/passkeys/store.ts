import { and, asc, desc, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import type { Context, Database, Platform } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import type { Position } from "../../platform/http/pagination.ts";
import { members, participants } from "../schema.ts";
import type { NewCredential } from "./make-passkey.ts";
import { type InvitationPurpose, invitations, passkeys } from "./schema.ts";

interface OpenInvitation {
  id: string;
  participantId: string;
  memberId: string;
  participantName: string;
  memberName: string;
  purpose: InvitationPurpose;
  /** Whether a second person has yet to approve it. */
  waiting: boolean;
}

/** The invitation of a token, before any participant is set: no row once it cannot be used any more. */
export async function findOpenInvitation(
  { db, now }: Pick<Platform, "db" | "now">,
  tokenHash: string,
): Promise<OpenInvitation | undefined> {
  const [found] = await rows<OpenInvitation>(
    db,
    sql`select invitation_id as id, participant_id as "participantId", member_id as "memberId",
      participant_name as "participantName", member_name as "memberName", purpose, waiting
      from handreiking.find_invitation(${tokenHash}, ${now().toISOString()}::timestamptz)`,
  );
  return found;
}

interface FoundPasskey {
  id: string;
  participantId: string;
  memberId: string;
  publicKey: Uint8Array<ArrayBuffer>;
  /** Whether it is revoked, or its member or participant suspended. */
  barred: boolean;
}

/** Whose passkey it is, before any participant is set. */
export async function findPasskey(db: Database, credentialId: string): Promise<FoundPasskey | undefined> {
  const [found] = await rows<Omit<FoundPasskey, "publicKey"> & { publicKey: Uint8Array }>(
    db,
    sql`select passkey_id as id, participant_id as "participantId", member_id as "memberId",
      public_key as "publicKey", barred from handreiking.find_passkey(${credentialId})`,
  );
  return found && { ...found, publicKey: new Uint8Array(found.publicKey) };
}

/** The participant of a member, for the network's operator alone. */
export async function findHomeOf(tx: Database, memberId: string): Promise<string | undefined> {
  const [home] = await rows<{ participantId: string | null }>(
    tx,
    sql`select handreiking.find_home_of_member(${memberId}::uuid) as "participantId"`,
  );
  return home?.participantId ?? undefined;
}

/** The same of an invitation. */
export async function findHomeOfInvitation(tx: Database, invitationId: string): Promise<string | undefined> {
  const [home] = await rows<{ participantId: string | null }>(
    tx,
    sql`select handreiking.find_home_of_invitation(${invitationId}::uuid) as "participantId"`,
  );
  return home?.participantId ?? undefined;
}

export const listColleagues = (tx: Database, participantId: string) =>
  tx
    .select({ id: members.id, roles: members.roles, suspendedAt: members.suspendedAt })
    .from(members)
    .where(eq(members.participantId, participantId));

/** Whether anybody can act for a participant, or has: by a system, a passkey or a session. */
export async function isInUse(tx: Database, participantId: string): Promise<boolean> {
  const [found] = await rows<{ inUse: boolean }>(
    tx,
    sql`select handreiking.is_in_use(${participantId}::uuid) as "inUse"`,
  );
  return found?.inUse ?? true;
}

const { tokenHash: _hidden, ...told } = getTableColumns(invitations);

/** All of an invitation but its token's hash, which nobody reads. */
export const toldOfInvitation = told;

export async function claimInvitation(tx: Database, participantId: string, invitationId: string) {
  const [invitation] = await tx
    .select(toldOfInvitation)
    .from(invitations)
    .where(and(eq(invitations.participantId, participantId), eq(invitations.id, invitationId)))
    .for("update");
  return invitation;
}

/** Invitations of the transaction's participant, the newest first, after `position`. */
export const listInvitationRows = (
  tx: Database,
  participantId: string,
  memberId: string | undefined,
  position: Position | undefined,
  limit: number,
) =>
  tx
    .select(toldOfInvitation)
    .from(invitations)
    .where(
      and(
        eq(invitations.participantId, participantId),
        memberId === undefined ? undefined : eq(invitations.memberId, memberId),
        position &&
          sql`(${invitations.invitedAt}, ${invitations.id}) < (${position[0]}::timestamptz, ${position[1]}::uuid)`,
      ),
    )
    .orderBy(desc(invitations.invitedAt), desc(invitations.id))
    .limit(limit);

const inForce = (participantId: string, memberId: string) =>
  and(eq(passkeys.participantId, participantId), eq(passkeys.memberId, memberId), isNull(passkeys.revokedAt));

/** The passkeys in force of a member, the oldest first. There are few: nobody has a hundred devices. */
export const listPasskeyRows = (tx: Database, participantId: string, memberId: string) =>
  tx
    .select()
    .from(passkeys)
    .where(inForce(participantId, memberId))
    .orderBy(asc(passkeys.addedAt), asc(passkeys.id));

/** The same, held until the transaction ends. */
export const claimPasskeys = (tx: Database, participantId: string, memberId: string) =>
  listPasskeyRows(tx, participantId, memberId).for("update");

export async function findNames(tx: Database, participantId: string, memberId: string) {
  const [names] = await tx
    .select({ memberName: members.name, participantName: participants.name })
    .from(members)
    .innerJoin(participants, eq(participants.id, members.participantId))
    .where(and(eq(members.participantId, participantId), eq(members.id, memberId)));
  return names;
}

/** By what a member may add a passkey: an invitation used in this transaction, or a session that has just begun. */
export type WayIn = { invitationHash: string } | { sessionId: string };

/** Keeps a new passkey of the acting member, unless its credential is kept already, whosever it is. */
export async function insertPasskey(
  tx: Database,
  ctx: Context,
  way: WayIn,
  credential: NewCredential & { transports: string[]; name: string },
  addedAt: Date,
): Promise<string | undefined> {
  const [invitation, session] = "sessionId" in way ? [null, way.sessionId] : [way.invitationHash, null];
  const [added] = await rows<{ id: string | null }>(
    tx,
    sql`select handreiking.add_passkey(${ctx.newId()}::uuid, ${ctx.actor.id}::uuid, ${invitation}, ${session}::uuid,
      ${credential.credentialId}, decode(${hexOf(credential.publicKey)}, 'hex'), ${credential.signCount}::bigint,
      ${credential.backupEligible}::boolean, ${credential.backedUp}::boolean,
      array(select jsonb_array_elements_text(${JSON.stringify(credential.transports)}::jsonb)),
      ${credential.aaguid}::uuid, ${credential.name}, ${addedAt.toISOString()}::timestamptz) as id`,
  );
  return added?.id ?? undefined;
}

const hexOf = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** A passkey in force signs nobody in any more. */
export async function endPasskey(tx: Database, ctx: Context, passkeyId: string): Promise<void> {
  await tx.update(passkeys).set({ revokedAt: ctx.now() }).where(eq(passkeys.id, passkeyId));
  await record(tx, ctx, { action: "passkey.revoked", subjectId: passkeyId });
}
