import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  foreignKey,
  index,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { cases } from "../../cases/schema.ts";
import { members } from "../../identity/schema.ts";
import { handreiking, list, ownTable, time } from "../../platform/database/table.ts";
import { cancellationReasons } from "../appointments/codes.ts";
import { appointmentStates, contactChannels } from "../codes.ts";
import { callbackRequests } from "./request.ts";

/** A planned moment at which a counsellor speaks with somebody: for a request, or for a case. */
export const appointments = handreiking.table(
  "appointment",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    /** Opaque, for calendars: it only locates. */
    number: text("number").notNull(),
    requestId: uuid("request_id"),
    caseId: uuid("case_id"),
    counsellorId: uuid("counsellor_id").notNull(),
    startsAt: time("starts_at").notNull(),
    endsAt: time("ends_at").notNull(),
    channel: text("channel", { enum: contactChannels }).notNull(),
    language: text("language").notNull(),
    /** Planned by whoever may, at a time that the counsellor does not offer. */
    outsideAvailability: boolean("outside_availability").notNull(),
    /** The one in whose place it stands. */
    movedFromId: uuid("moved_from_id"),
    state: text("state", { enum: appointmentStates }).notNull(),
    plannedAt: time("planned_at").notNull(),
    endedAt: time("ended_at"),
    endReason: text("end_reason", { enum: cancellationReasons }),
    /** When somebody decided that a missed one needs nothing more. */
    settledAt: time("settled_at"),
  },
  (t) => [
    unique("appointment_number").on(t.participantId, t.number),
    unique("appointment_participant").on(t.id, t.participantId),
    unique("appointment_moved_from").on(t.movedFromId),
    uniqueIndex("appointment_live_of_request").on(t.requestId).where(sql`state = 'planned'`),
    index("appointment_planned").on(t.participantId, t.startsAt).where(sql`state = 'planned'`),
    index("appointment_of_counsellor").on(t.participantId, t.counsellorId, t.startsAt),
    index("appointment_of_request").on(t.requestId),
    index("appointment_of_case").on(t.caseId),
    foreignKey({
      name: "appointment_request",
      columns: [t.requestId, t.participantId],
      foreignColumns: [callbackRequests.id, callbackRequests.participantId],
    }).onDelete("cascade"),
    foreignKey({
      name: "appointment_case",
      columns: [t.caseId, t.participantId],
      foreignColumns: [cases.id, cases.participantId],
    }).onDelete("cascade"),
    foreignKey({
      name: "appointment_moved_from_fk",
      columns: [t.movedFromId, t.participantId],
      foreignColumns: [t.id, t.participantId] as [AnyPgColumn, AnyPgColumn],
    }).onDelete("cascade"),
    foreignKey({
      name: "appointment_counsellor",
      columns: [t.counsellorId, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    check("appointment_about", sql`num_nonnulls(request_id, case_id) >= 1`),
    check("appointment_length", sql`ends_at > starts_at and ends_at <= starts_at + interval '4 hours'`),
    check(
      "appointment_codes",
      sql`channel in (${list(contactChannels)}) and state in (${list(appointmentStates)})`,
    ),
    check("appointment_end", sql`(ended_at is null) = (state = 'planned')`),
    check(
      "appointment_reason",
      sql`(end_reason is not null) = (state = 'cancelled') and end_reason in (${list(cancellationReasons)})`,
    ),
    check("appointment_settled", sql`settled_at is null or state = 'missed'`),
    check("appointment_language", sql`language ~ '^[a-z]{2,5}$'`),
    ...ownTable(t.participantId),
  ],
);

export type AppointmentRow = typeof appointments.$inferSelect;
