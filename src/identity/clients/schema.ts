import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  jsonb,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { JWK } from "jose";
import { handreiking, ownTable, time } from "../../platform/database/table.ts";
import { participants } from "../tables/participant.ts";
import { profiles } from "./profile.ts";

/** A system of a participant. */
export const clients = handreiking.table(
  "client",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id")
      .notNull()
      .references(() => participants.id),
    name: text("name").notNull(),
    /** The permissions that it may ask for. */
    scopes: text("scopes").array().notNull(),
    /** Whether it gets and uses no token but one that is bound to a key (RFC 9449). */
    requiresDpop: boolean("requires_dpop").notNull().default(false),
    profile: text("profile", { enum: profiles }).notNull().default("fapi"),
    addedAt: time("added_at").notNull(),
    suspendedAt: time("suspended_at"),
  },
  (t) => [
    unique("client_participant").on(t.id, t.participantId),
    check("client_profile", sql`profile in ('fapi', 'nl-gov')`),
    check("client_scopes", sql`cardinality(scopes) > 0`),
    ...ownTable(t.participantId),
  ],
);

/** A client's public key; several may be current, so that keys rotate without downtime. */
export const clientKeys = handreiking.table(
  "client_key",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    clientId: uuid("client_id").notNull(),
    /** The `kid` that the client names in its assertions. */
    kid: text("kid").notNull(),
    jwk: jsonb("jwk").$type<JWK>().notNull(),
    addedAt: time("added_at").notNull(),
    expiresAt: time("expires_at"),
    revokedAt: time("revoked_at"),
  },
  (t) => [
    unique("client_key_kid").on(t.clientId, t.kid),
    uniqueIndex("client_key_material").on(t.clientId, sql`coalesce(jwk->>'x', jwk->>'n')`),
    check(
      "client_key_kind",
      sql`case jwk->>'kty'
        when 'OKP' then jwk->>'crv' = 'Ed25519' and length(jwk->>'x') = 43
        when 'EC' then jwk->>'crv' = 'P-256' and length(jwk->>'x') = 43 and length(jwk->>'y') = 43
        when 'RSA' then jwk->>'e' = 'AQAB' and length(jwk->>'n') between 342 and 683
        else false end is true`,
    ),
    check("client_key_public", sql`not jwk ?| '{d,p,q,dp,dq,qi,oth,k}'`),
    check("client_key_life", sql`expires_at > added_at`),
    foreignKey({
      columns: [t.clientId, t.participantId],
      foreignColumns: [clients.id, clients.participantId],
    }),
    ...ownTable(t.participantId),
  ],
);

/** The `jti` of a client assertion that was taken: none is taken twice. */
export const usedAssertions = handreiking.table(
  "used_assertion",
  {
    participantId: uuid("participant_id").notNull(),
    clientId: uuid("client_id").notNull(),
    jti: text("jti").notNull(),
    expiresAt: time("expires_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.clientId, t.jti] }),
    index("used_assertion_expires").on(t.expiresAt),
    foreignKey({
      name: "used_assertion_client",
      columns: [t.clientId, t.participantId],
      foreignColumns: [clients.id, clients.participantId],
    }),
    ...ownTable(t.participantId),
  ],
);

/** The `jti` of a proof of possession that was taken, by its key's thumbprint: none is taken twice. */
export const usedProofs = handreiking.table(
  "used_proof",
  {
    participantId: uuid("participant_id").notNull(),
    jkt: text("jkt").notNull(),
    jti: text("jti").notNull(),
    expiresAt: time("expires_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.participantId, t.jkt, t.jti] }),
    index("used_proof_expires").on(t.expiresAt),
    ...ownTable(t.participantId),
  ],
);
