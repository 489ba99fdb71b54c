import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { members } from "../../identity/schema.ts";
import { handreiking, list, ownTable, set, time } from "../../platform/database/table.ts";
import { attemptOutcomes, exceptionKinds, wordsSpoken } from "../appointments/codes.ts";
import type { Weekly } from "../availability/weekly.ts";
import { contactChannels } from "../codes.ts";
import { appointments } from "./appointment.ts";

/** When a counsellor usually works, and how much they take. */
export const availabilities = handreiking.table(
  "availability",
  {
    counsellorId: uuid("counsellor_id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    patterns: jsonb("patterns").$type<Weekly[]>().notNull(),
    languages: text("languages").array().notNull(),
    channels: text("channels", { enum: contactChannels }).array().notNull(),
    slotMinutes: integer("slot_minutes").notNull(),
    pauseMinutes: integer("pause_minutes").notNull(),
    dailyMost: integer("daily_most").notNull(),
    revision: uuid("revision").notNull(),
  },
  (t) => [
    foreignKey({
      name: "availability_counsellor",
      columns: [t.counsellorId, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    check(
      "availability_shape",
      sql`jsonb_typeof(patterns) = 'array' and jsonb_array_length(patterns) <= 50 and cardinality(languages) between 1 and 20 and channels <@ ${set(contactChannels)} and cardinality(channels) >= 1`,
    ),
    check(
      "availability_capacity",
      sql`slot_minutes between 15 and 120 and pause_minutes between 0 and 120 and daily_most between 1 and 24`,
    ),
    ...ownTable(t.participantId),
  ],
);

/** Time in which a counsellor is off or on leave after all, or works besides. */
export const availabilityExceptions = handreiking.table(
  "availability_exception",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    counsellorId: uuid("counsellor_id").notNull(),
    kind: text("kind", { enum: exceptionKinds }).notNull(),
    startsAt: time("starts_at").notNull(),
    endsAt: time("ends_at").notNull(),
  },
  (t) => [
    index("availability_exception_of_counsellor").on(t.participantId, t.counsellorId, t.endsAt),
    foreignKey({
      name: "availability_exception_counsellor",
      columns: [t.counsellorId, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    check(
      "availability_exception_shape",
      sql`kind in (${list(exceptionKinds)}) and ends_at > starts_at and ends_at <= starts_at + interval '366 days'`,
    ),
    ...ownTable(t.participantId),
  ],
);
export type ExceptionRow = typeof availabilityExceptions.$inferSelect;

/** Somebody was tried and did not answer themselves: never changed. */
export const contactAttempts = handreiking.table(
  "contact_attempt",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    appointmentId: uuid("appointment_id").notNull(),
    /** The first is 1. */
    number: integer("number").notNull(),
    outcome: text("outcome", { enum: attemptOutcomes }).notNull(),
    said: text("said", { enum: wordsSpoken }).notNull(),
    spokenBy: uuid("spoken_by").notNull(),
    at: time("at").notNull(),
  },
  (t) => [
    unique("contact_attempt_number").on(t.appointmentId, t.number),
    foreignKey({
      name: "contact_attempt_appointment",
      columns: [t.appointmentId, t.participantId],
      foreignColumns: [appointments.id, appointments.participantId],
    }).onDelete("cascade"),
    foreignKey({
      name: "contact_attempt_speaker",
      columns: [t.spokenBy, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    check(
      "contact_attempt_codes",
      sql`outcome in (${list(attemptOutcomes)}) and said in (${list(wordsSpoken)})`,
    ),
    check("contact_attempt_silent", sql`outcome not in ('no-answer', 'line-busy') or said = 'nothing-said'`),
    ...ownTable(t.participantId),
  ],
);
export type AttemptRow = typeof contactAttempts.$inferSelect;

/** What a helpline agreed for its planning; without a row, the usual. */
export const planningRules = handreiking.table(
  "planning_rule",
  {
    participantId: uuid("participant_id").primaryKey(),
    attempts: integer("attempts").notNull(),
    revision: uuid("revision").notNull(),
  },
  (t) => [check("planning_rule_attempts", sql`attempts between 1 and 10`), ...ownTable(t.participantId)],
);

/** An address at which a counsellor's calendar is read by whoever holds it. */
export const calendarFeeds = handreiking.table(
  "calendar_feed",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    counsellorId: uuid("counsellor_id").notNull(),
    /** SHA-256 of the token in it, base64url. */
    tokenHash: text("token_hash").notNull(),
    madeAt: time("made_at").notNull(),
    revoked: boolean("revoked").notNull(),
  },
  (t) => [
    uniqueIndex("calendar_feed_token").on(t.tokenHash),
    index("calendar_feed_of_counsellor").on(t.participantId, t.counsellorId),
    foreignKey({
      name: "calendar_feed_counsellor",
      columns: [t.counsellorId, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    check("calendar_feed_hash", sql`token_hash ~ '^[A-Za-z0-9_-]{43}$'`),
    ...ownTable(t.participantId),
  ],
);
export type CalendarFeedRow = typeof calendarFeeds.$inferSelect;
