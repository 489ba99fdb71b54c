import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytes, handreiking, ownTable, systemTable, time } from "../../platform/database/table.ts";
import { members } from "../tables/participant.ts";

export const invitationPurposes = ["first", "recovery"] as const;
export type InvitationPurpose = (typeof invitationPurposes)[number];

/** A member's way to make a passkey, once. Known by its token's hash: the token itself is nowhere kept. */
export const invitations = handreiking.table(
  "invitation",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    memberId: uuid("member_id").notNull(),
    tokenHash: text("token_hash").notNull(),
    /** `recovery` where the member has passkeys, which it replaces: the database sees to it. */
    purpose: text("purpose", { enum: invitationPurposes }).notNull(),
    /** Whether a second person has to approve it: the database sees to it as well. */
    needsApproval: boolean("needs_approval").notNull(),
    invitedBy: uuid("invited_by").notNull(),
    invitedAt: time("invited_at").notNull(),
    expiresAt: time("expires_at").notNull(),
    approvedBy: uuid("approved_by"),
    approvedAt: time("approved_at"),
    usedAt: time("used_at"),
    /** Revoked, or followed by another one. */
    voidedAt: time("voided_at"),
  },
  (t) => [
    unique("invitation_token").on(t.tokenHash),
    uniqueIndex("invitation_open").on(t.memberId).where(sql`used_at is null and voided_at is null`),
    index("invitation_invited").on(t.participantId, t.invitedAt, t.id),
    check(
      "invitation_terms",
      sql`purpose in ('first', 'recovery') and (purpose = 'first' or needs_approval) and length(token_hash) = 43 and expires_at > invited_at`,
    ),
    check(
      "invitation_approval",
      sql`(approved_by is null) = (approved_at is null) and (approved_by is null
        or needs_approval and approved_by <> invited_by and approved_by <> member_id and approved_at < expires_at)`,
    ),
    check(
      "invitation_use",
      sql`used_at is null
        or voided_at is null and used_at < expires_at and (not needs_approval or coalesce(approved_at <= used_at, false))`,
    ),
    foreignKey({
      name: "invitation_member",
      columns: [t.memberId, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    ...ownTable(t.participantId),
  ],
);

/** The public half of a passkey (a discoverable credential of Web Authentication). */
export const passkeys = handreiking.table(
  "passkey",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    memberId: uuid("member_id").notNull(),
    /** As its authenticator names it, base64url. */
    credentialId: text("credential_id").notNull(),
    /** A COSE key. */
    publicKey: bytes("public_key").notNull(),
    /** How often it has signed, as it says itself; always 0 for most that are kept in a cloud. */
    signCount: bigint("sign_count", { mode: "number" }).notNull(),
    /** Whether it may be copied to other devices, and whether it was. */
    backupEligible: boolean("backup_eligible").notNull(),
    backedUp: boolean("backed_up").notNull(),
    transports: text("transports").array().notNull(),
    /** The make of its authenticator, where that tells. */
    aaguid: uuid("aaguid"),
    name: text("name").notNull(),
    addedAt: time("added_at").notNull(),
    usedAt: time("used_at"),
    revokedAt: time("revoked_at"),
  },
  (t) => [
    unique("passkey_credential").on(t.credentialId),
    index("passkey_member").on(t.memberId, t.addedAt),
    check(
      "passkey_shape",
      sql`length(credential_id) between 1 and 1364 and sign_count between 0 and 4294967295 and (backup_eligible or not backed_up)`,
    ),
    foreignKey({
      name: "passkey_member",
      columns: [t.memberId, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    ...ownTable(t.participantId),
  ],
);

/** What a browser was asked to have signed, until it answers or five minutes are over. */
export const passkeyChallenges = handreiking.table(
  "passkey_challenge",
  {
    /** The hash of the cookie that only this browser has. */
    browserHash: text("browser_hash").primaryKey(),
    purpose: text("purpose", { enum: ["sign-in", "invitation", "another"] }).notNull(),
    /** The invitation, or the member who adds another passkey. */
    subjectId: uuid("subject_id"),
    challenge: text("challenge").notNull(),
    expiresAt: time("expires_at").notNull(),
  },
  (t) => [
    index("passkey_challenge_expires").on(t.expiresAt),
    check("passkey_challenge_subject", sql`(purpose = 'sign-in') = (subject_id is null)`),
    ...systemTable(),
  ],
);

/** Its token's hash is written and compared by the database, never read. */
export type InvitationRow = Omit<typeof invitations.$inferSelect, "tokenHash">;
export type PasskeyRow = typeof passkeys.$inferSelect;
