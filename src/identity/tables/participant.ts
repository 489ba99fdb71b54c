import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  integer,
  jsonb,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { JWK } from "jose";
import { roles } from "../../permissions.ts";
import {
  announcedTable,
  handreiking,
  ownTable,
  publicLog,
  publicTable,
  time,
} from "../../platform/database/table.ts";
import { reaches } from "../reach.ts";

/** An organization as a party in the network. */
export const participants = handreiking.table(
  "participant",
  {
    id: uuid("id").primaryKey(),
    name: text("name").notNull(),
    reach: text("reach", { enum: reaches }).notNull(),
    /** Whether it runs the network: exactly one does. */
    operator: boolean("operator").notNull().default(false),
    /** Whether what gives power in it takes two persons; not so in a network of one. */
    twoPersons: boolean("two_persons").notNull().default(true),
    joinedAt: time("joined_at").notNull(),
    suspendedAt: time("suspended_at"),
    /** When it was let take part again, the last time. */
    readmittedAt: time("readmitted_at"),
  },
  (t) => [
    uniqueIndex("participant_operator").on(t.operator).where(sql`operator`),
    check("participant_reach", sql`reach in ('api', 'console', 'link', 'phone')`),
    ...publicTable(),
  ],
);

/** From when to when a participant could not act: written by the database, from its suspension. */
export const participantSuspensions = handreiking.table(
  "participant_suspension",
  {
    participantId: uuid("participant_id")
      .notNull()
      .references(() => participants.id),
    suspendedAt: time("suspended_at").notNull(),
    /** Null while it is suspended. */
    readmittedAt: time("readmitted_at"),
  },
  (t) => [
    primaryKey({ columns: [t.participantId, t.suspendedAt] }),
    check("participant_suspension_times", sql`readmitted_at >= suspended_at`),
    ...publicLog(),
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
    /** Working days after that until an unanswered offer lapses. */
    answerGrace: integer("answer_grace").notNull().default(2),
    /** Days from the acceptance until the introduction is to be fixed. */
    introduceWithin: integer("introduce_within").notNull().default(14),
    /** Working days from the introduction until both sides are to have confirmed it. */
    confirmWithin: integer("confirm_within").notNull().default(1),
    /** The weekdays on which it works, 1 for Monday. */
    workingDays: integer("working_days").array().notNull().default([1, 2, 3, 4, 5]),
    /** Days that its ended referrals are kept; null for as long as the network keeps them. */
    retentionDays: integer("retention_days"),
    /** Days that its closed cases are kept; null for as long as nobody erases them. */
    caseRetentionDays: integer("case_retention_days"),
    /** Years that its audit entries are kept at least; NEN 7513 asks for five. */
    auditYears: integer("audit_years").notNull().default(5),
    agreedAt: time("agreed_at").notNull(),
  },
  () => [
    check("partnership_times", sql`acknowledge_within between 1 and 30 and answer_within between 1 and 30`),
    check(
      "partnership_more_times",
      sql`answer_grace between 0 and 30 and introduce_within between 1 and 90 and confirm_within between 1 and 30 and retention_days between 30 and 3650`,
    ),
    check("partnership_audit_years", sql`audit_years between 5 and 30`),
    check("partnership_case_retention", sql`case_retention_days between 30 and 3650`),
    check(
      "partnership_working_days",
      sql`cardinality(working_days) > 0 and working_days <@ '{1,2,3,4,5,6,7}'::int[]`,
    ),
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

export type MemberRow = typeof members.$inferSelect;

/** A participant's public key for disclosures: to seal to it, or to know its signature by. */
export const participantKeys = handreiking.table(
  "participant_key",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id")
      .notNull()
      .references(() => participants.id),
    use: text("use", { enum: ["enc", "sig"] }).notNull(),
    /** The thumbprint (RFC 7638): what is compared out of band. */
    kid: text("kid").notNull(),
    jwk: jsonb("jwk").$type<JWK>().notNull(),
    addedAt: time("added_at").notNull(),
    expiresAt: time("expires_at").notNull(),
    revokedAt: time("revoked_at"),
  },
  (t) => [
    unique("participant_key_kid").on(t.participantId, t.kid),
    check("participant_key_use", sql`use in ('enc', 'sig') and expires_at > added_at`),
    ...announcedTable(t.participantId),
  ],
);

export type ParticipantKeyRow = typeof participantKeys.$inferSelect;
