import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, jsonb, text, unique, uuid } from "drizzle-orm/pg-core";
import type { Role } from "../../permissions.ts";
import { handreiking, ownTable, time } from "../../platform/database/table.ts";
import { members, participants } from "../tables/participant.ts";

export const clientAuthentications = ["private_key_jwt", "none"] as const;

export interface RoleMapping {
  value: string;
  roles: Role[];
}

/** Where a participant's members sign in: its own OpenID Connect provider. */
export const identityProviders = handreiking.table(
  "identity_provider",
  {
    participantId: uuid("participant_id")
      .primaryKey()
      .references(() => participants.id),
    issuer: text("issuer").notNull(),
    /** This service, as the provider knows it. */
    clientId: text("client_id").notNull(),
    clientAuthentication: text("client_authentication", { enum: clientAuthentications }).notNull(),
    scopes: text("scopes").array().notNull(),
    /** The claim that a member is recognized by when they first sign in; afterwards it is the subject. */
    memberClaim: text("member_claim").notNull(),
    /** One of these has to be the `acr`; empty where any will do. */
    requiredAcr: text("required_acr").array().notNull(),
    /** One of these has to be among the `amr`; empty where any will do. */
    requiredAmr: text("required_amr").array().notNull(),
    /** The claim that tells roles, and what its values mean; null where administrators give the roles. */
    roleClaim: text("role_claim"),
    roleMapping: jsonb("role_mapping").$type<RoleMapping[]>().notNull(),
    /** Whether somebody whom nobody linked becomes a member by signing in with a mapped role. */
    addsMembers: boolean("adds_members").notNull(),
  },
  (t) => [
    check("identity_provider_client", sql`client_authentication in ('private_key_jwt', 'none')`),
    check("identity_provider_adds", sql`not adds_members or role_claim is not null`),
    ...ownTable(t.participantId),
  ],
);

/** Who a member is to the provider: a value that an administrator expects, and the subject that it then came with. */
export const memberIdentities = handreiking.table(
  "member_identity",
  {
    memberId: uuid("member_id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    expected: text("expected").notNull(),
    issuer: text("issuer"),
    subject: text("subject"),
    pairedAt: time("paired_at"),
  },
  (t) => [
    unique("member_identity_expected").on(t.participantId, t.expected),
    unique("member_identity_subject").on(t.participantId, t.issuer, t.subject),
    check("member_identity_paired", sql`num_nonnulls(issuer, subject, paired_at) in (0, 3)`),
    foreignKey({
      name: "member_identity_member",
      columns: [t.memberId, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    ...ownTable(t.participantId),
  ],
);

/** A sign-in that is under way at a provider, in one browser: used once, within minutes. */
export const signIns = handreiking.table(
  "sign_in",
  {
    /** The hash of the cookie that the browser holds. */
    browserHash: text("browser_hash").primaryKey(),
    participantId: uuid("participant_id")
      .notNull()
      .references(() => participants.id),
    stateHash: text("state_hash").notNull(),
    nonce: text("nonce").notNull(),
    codeVerifier: text("code_verifier").notNull(),
    /** The provider as it was when it began. */
    issuer: text("issuer").notNull(),
    clientId: text("client_id").notNull(),
    expiresAt: time("expires_at").notNull(),
  },
  (t) => [index("sign_in_expires").on(t.expiresAt), ...ownTable(t.participantId)],
);

export type IdentityProviderRow = typeof identityProviders.$inferSelect;
export type MemberIdentityRow = typeof memberIdentities.$inferSelect;
export type SignInRow = typeof signIns.$inferSelect;
