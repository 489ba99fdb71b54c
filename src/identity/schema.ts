import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  integer,
  jsonb,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { JWK } from "jose";
import { roles } from "../permissions.ts";
import { handreiking, ownTable, publicTable, time } from "../platform/table.ts";
import { reaches } from "./reach.ts";

/** An organization as a party in the network. */
export const participants = handreiking.table(
  "participant",
  {
    id: uuid("id").primaryKey(),
    name: text("name").notNull(),
    reach: text("reach", { enum: reaches }).notNull(),
    /** Whether it runs the network: exactly one does. */
    operator: boolean("operator").notNull().default(false),
    joinedAt: time("joined_at").notNull(),
    suspendedAt: time("suspended_at"),
  },
  (t) => [
    uniqueIndex("participant_operator").on(t.operator).where(sql`operator`),
    check("participant_reach", sql`reach in ('api', 'console', 'link', 'phone')`),
    ...publicTable(),
  ],
);

/** A participant's agreement with the network. */
export const partnerships = handreiking.table(
  "partnership",
  {
    participantId: uuid("participant_id")
      .primaryKey()
      .references(() => participants.id),
    sends: boolean("sends").notNull(),
    receives: boolean("receives").notNull(),
    /** Working days until an offer is to be acknowledged, and until it is to be answered. */
    acknowledgeWithin: integer("acknowledge_within").notNull(),
    answerWithin: integer("answer_within").notNull(),
    agreedAt: time("agreed_at").notNull(),
  },
  () => [
    check("partnership_times", sql`acknowledge_within between 1 and 30 and answer_within between 1 and 30`),
    ...publicTable(),
  ],
);

/** A person of a participant. */
export const members = handreiking.table(
  "member",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id")
      .notNull()
      .references(() => participants.id),
    name: text("name").notNull(),
    roles: text("roles", { enum: roles }).array().notNull(),
    addedAt: time("added_at").notNull(),
    suspendedAt: time("suspended_at"),
  },
  (t) => [unique("member_participant").on(t.id, t.participantId), ...ownTable(t.participantId)],
);

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
    addedAt: time("added_at").notNull(),
    suspendedAt: time("suspended_at"),
  },
  (t) => [unique("client_participant").on(t.id, t.participantId), ...ownTable(t.participantId)],
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
  (t) => [primaryKey({ columns: [t.clientId, t.jti] }), ...ownTable(t.participantId)],
);
