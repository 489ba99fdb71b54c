import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { members, participants } from "../../identity/schema.ts";
import { bytes, handreiking, list, ownTable, time } from "../../platform/database/table.ts";
import { reliabilities, signalNatures, sourceRelations, verdicts } from "../codes.ts";
import { movements } from "./movement.ts";

/** A sign of abuse in a movement: codes, and a note that is sealed and goes. */
export const signals = handreiking.table(
  "signal",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    movementId: uuid("movement_id").notNull(),
    /** Terms of the abuse taxonomy. */
    kinds: text("kinds").array().notNull(),
    nature: text("nature", { enum: signalNatures }).notNull(),
    fromYear: integer("from_year"),
    toYear: integer("to_year"),
    goingOn: boolean("going_on").notNull(),
    sourceRelation: text("source_relation", { enum: sourceRelations }).notNull(),
    reliability: text("reliability", { enum: reliabilities }).notNull(),
    /** The conversation in which it was told; gone with its case. */
    conversationId: uuid("conversation_id"),
    /** The partner that told it. */
    reportedById: uuid("reported_by_id").references(() => participants.id),
    /** Sealed under the movement's key; gone at `expiresAt`. */
    note: bytes("note"),
    expiresAt: time("expires_at").notNull(),
    registeredBy: uuid("registered_by").notNull(),
    registeredAt: time("registered_at").notNull(),
  },
  (t) => [
    unique("signal_participant").on(t.id, t.participantId),
    unique("signal_registrar_known").on(t.id, t.participantId, t.registeredBy),
    index("signal_registered").on(t.participantId, t.registeredAt, t.id),
    index("signal_of_movement").on(t.movementId),
    index("signal_of_conversation").on(t.conversationId),
    index("signal_note_expires").on(t.expiresAt).where(sql`note is not null`),
    foreignKey({
      name: "signal_movement",
      columns: [t.movementId, t.participantId],
      foreignColumns: [movements.id, movements.participantId],
    }),
    foreignKey({
      name: "signal_registrar",
      columns: [t.registeredBy, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    check(
      "signal_kinds",
      sql`cardinality(kinds) <= 10 and array_to_string(kinds, ',') ~ '^[a-z0-9-]{1,60}(,[a-z0-9-]{1,60})*$'`,
    ),
    check(
      "signal_codes",
      sql`nature in (${list(signalNatures)}) and source_relation in (${list(sourceRelations)}) and reliability in (${list(reliabilities)})`,
    ),
    check(
      "signal_period",
      sql`from_year between 1900 and 2100 and to_year between 1900 and 2100 and (from_year is null or to_year is null or from_year <= to_year) and not (going_on and to_year is not null)`,
    ),
    check(
      "signal_source",
      sql`num_nonnulls(conversation_id, reported_by_id) <= 1 and (source_relation = 'partner') = (reported_by_id is not null) and reported_by_id <> participant_id`,
    ),
    check(
      "signal_expiry",
      sql`expires_at > registered_at and expires_at <= registered_at + interval '2 years'`,
    ),
    ...ownTable(t.participantId),
  ],
);

/** What a second person found of a signal; added to, never changed. The latest holds. */
export const signalReviews = handreiking.table(
  "signal_review",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    signalId: uuid("signal_id").notNull(),
    registeredBy: uuid("registered_by").notNull(),
    reviewedBy: uuid("reviewed_by").notNull(),
    verdict: text("verdict", { enum: verdicts }).notNull(),
    duplicateOfId: uuid("duplicate_of_id"),
    reviewedAt: time("reviewed_at").notNull(),
  },
  (t) => [
    index("signal_review_of").on(t.signalId, t.reviewedAt, t.id),
    foreignKey({
      name: "signal_review_signal",
      columns: [t.signalId, t.participantId, t.registeredBy],
      foreignColumns: [signals.id, signals.participantId, signals.registeredBy],
    }),
    foreignKey({
      name: "signal_review_duplicate",
      columns: [t.duplicateOfId, t.participantId],
      foreignColumns: [signals.id, signals.participantId],
    }),
    foreignKey({
      name: "signal_review_reviewer",
      columns: [t.reviewedBy, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    check("signal_review_second_person", sql`reviewed_by <> registered_by`),
    check("signal_review_verdict", sql`verdict in (${list(verdicts)})`),
    check(
      "signal_review_duplicate_of",
      sql`(verdict = 'duplicate-of') = (duplicate_of_id is not null) and duplicate_of_id <> signal_id`,
    ),
    ...ownTable(t.participantId),
  ],
);

export type SignalRow = typeof signals.$inferSelect;
export type SignalReviewRow = typeof signalReviews.$inferSelect;
