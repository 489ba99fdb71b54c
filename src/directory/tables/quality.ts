import { sql } from "drizzle-orm";
import { check, date, index, integer, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { handreiking, policy, publicTable, time } from "../../platform/database/table.ts";
import { correctionReasons, correctionStates, refusalReasons, verificationMethods } from "../codes.ts";
import { services } from "./service.ts";
import { taxonomyTerms } from "./taxonomy.ts";

const actor = sql`(select handreiking.actor_participant())`;
const operator = sql`(select handreiking.actor_is_operator())`;

const keeps = sql`(${operator} or handreiking.actor_answers_for(organization => organization_id))`;

/** A record of the directory; `organization_id` is filled in by the database. */
const entry = () => ({
  entryKind: text("entry_kind", { enum: ["organization", "service", "location"] }).notNull(),
  entryId: uuid("entry_id").notNull(),
  /** Whose entry it is; null for a place of nobody's. */
  organizationId: uuid("organization_id"),
});

/** That an entry was checked and found right. Who did it is told by the audit; here, which participant. */
export const verifications = handreiking.table(
  "verification",
  {
    id: uuid("id").primaryKey(),
    ...entry(),
    checkedOn: date("checked_on").notNull(),
    method: text("method", { enum: verificationMethods }).notNull(),
    participantId: uuid("participant_id").notNull(),
    at: time("at").notNull(),
  },
  (t) => [
    index("verification_of").on(t.entryKind, t.entryId, t.checkedOn),
    check("verification_kind", sql`entry_kind in ('organization', 'service', 'location')`),
    policy("public", { for: "select", using: sql`true` }),
    policy("public_insert", {
      for: "insert",
      withCheck: sql`participant_id = ${actor} and ${keeps}`,
    }),
  ],
);

/** One asking of all whose entries were due. */
export const verificationRounds = handreiking.table(
  "verification_round",
  {
    id: uuid("id").primaryKey(),
    at: time("at").notNull(),
    /** How many organizations were asked. */
    asked: integer("asked").notNull(),
    /** How many were due that nobody in the network answers for. */
    unreachable: integer("unreachable").notNull(),
  },
  () => publicTable(),
);

/** When an organization was last asked to look at its entries. */
export const verificationRequests = handreiking.table(
  "verification_request",
  {
    organizationId: uuid("organization_id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    roundId: uuid("round_id").notNull(),
    askedAt: time("asked_at").notNull(),
  },
  () => publicTable(),
);

/** What somebody says that an entry should be: its proposer's, its organization's and the operator's to read. */
export const corrections = handreiking.table(
  "correction",
  {
    id: uuid("id").primaryKey(),
    ...entry(),
    /** The merge patch that an edit of the entry takes. */
    changes: jsonb("changes").$type<Record<string, unknown>>().notNull(),
    /** What its fields were when it was proposed. */
    before: jsonb("before").$type<Record<string, unknown>>().notNull(),
    reason: text("reason", { enum: correctionReasons }).notNull(),
    sourceUrl: text("source_url"),
    /** The proposer's. */
    participantId: uuid("participant_id").notNull(),
    proposedAt: time("proposed_at").notNull(),
    state: text("state", { enum: correctionStates }).notNull(),
    decidedBy: uuid("decided_by"),
    decidedAt: time("decided_at"),
    refusalReason: text("refusal_reason", { enum: refusalReasons }),
  },
  (t) => [
    index("correction_of").on(t.entryId, t.decidedAt),
    index("correction_by").on(t.participantId, t.proposedAt, t.id),
    index("correction_open").on(t.proposedAt, t.id).where(sql`state = 'proposed'`),
    check("correction_kind", sql`entry_kind in ('organization', 'service', 'location')`),
    check(
      "correction_decided",
      sql`case state when 'proposed' then num_nonnulls(decided_by, decided_at, refusal_reason) = 0
        when 'accepted' then num_nonnulls(decided_by, decided_at) = 2 and refusal_reason is null
        when 'refused' then num_nonnulls(decided_by, decided_at, refusal_reason) = 3 else false end`,
    ),
    policy("two_party", {
      for: "select",
      using: sql`participant_id = ${actor} or ${keeps}`,
    }),
    policy("two_party_proposed", {
      for: "insert",
      withCheck: sql`participant_id = ${actor} and state = 'proposed'`,
    }),
    policy("two_party_decided", {
      for: "update",
      using: keeps,
      withCheck: sql`decided_by = ${actor}`,
    }),
  ],
);

/** How much room a service has, as last told (not of HSDS, whose service_capacity is kept in step with it). */
export const serviceIntakes = handreiking.table(
  "service_intake",
  {
    serviceId: uuid("service_id")
      .primaryKey()
      .references(() => services.id),
    availablePlaces: integer("available_places"),
    waitingDays: integer("waiting_days"),
    asOf: time("as_of").notNull(),
    /** Who told it. */
    participantId: uuid("participant_id").notNull(),
  },
  () => [
    check("service_intake_told", sql`num_nonnulls(available_places, waiting_days) > 0`),
    ...publicTable({ writer: sql`handreiking.actor_answers_for(service => service_id)` }),
  ],
);

/** Pairs of entries that look alike and are not the same. The lower id comes first. */
export const duplicateDismissals = handreiking.table(
  "duplicate_dismissal",
  {
    firstId: uuid("first_id").notNull(),
    secondId: uuid("second_id").notNull(),
    at: time("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.firstId, t.secondId] }),
    check("duplicate_dismissal_order", sql`first_id < second_id`),
    ...publicTable({ removable: true }),
  ],
);

/** Phrases that a coordinator took away: loading the starter synonyms again does not bring them back. */
export const removedSynonyms = handreiking.table(
  "removed_synonym",
  {
    phrase: text("phrase").notNull(),
    taxonomyTermId: uuid("taxonomy_term_id")
      .notNull()
      .references(() => taxonomyTerms.id),
  },
  (t) => [primaryKey({ columns: [t.phrase, t.taxonomyTermId] }), ...publicTable({ removable: true })],
);
