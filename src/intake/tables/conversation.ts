import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { cases } from "../../cases/schema.ts";
import { members } from "../../identity/schema.ts";
import { bytes, handreiking, list, ownTable, set, time } from "../../platform/database/table.ts";
import {
  answers,
  contactChannels,
  conversationOutcomes,
  dangerSigns,
  dependences,
  harmedPersons,
  natures,
  sinceBands,
} from "../codes.ts";
import { appointments } from "./appointment.ts";

/** One contact moment of a case, charted in codes; added to, never changed. */
export const conversations = handreiking.table(
  "conversation",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    caseId: uuid("case_id").notNull(),
    appointmentId: uuid("appointment_id"),
    counsellorId: uuid("counsellor_id").notNull(),
    startedAt: time("started_at").notNull(),
    minutes: integer("minutes").notNull(),
    channel: text("channel", { enum: contactChannels }).notNull(),
    /** Terms of the abuse taxonomy. */
    topics: text("topics").array().notNull(),
    outcome: text("outcome", { enum: conversationOutcomes }).notNull(),
    harmed: text("harmed", { enum: harmedPersons }),
    since: text("since", { enum: sinceBands }),
    goingOn: text("going_on", { enum: answers }),
    minorsInvolved: text("minors_involved", { enum: answers }),
    dependence: text("dependence", { enum: dependences }).array().notNull().default([]),
    dangerSigns: text("danger_signs", { enum: dangerSigns }).array().notNull().default([]),
    /** Until when the steps after the danger signs are to be gone through. */
    stepsDueAt: time("steps_due_at"),
    nature: text("nature", { enum: natures }),
    /** What was said, sealed under the case's key. */
    sealed: bytes("sealed"),
    recordedAt: time("recorded_at").notNull(),
  },
  (t) => [
    unique("conversation_participant").on(t.id, t.participantId),
    unique("conversation_of_its_case").on(t.id, t.caseId, t.participantId),
    unique("conversation_appointment").on(t.appointmentId),
    index("conversation_of_case").on(t.caseId, t.startedAt, t.id),
    foreignKey({
      name: "conversation_case",
      columns: [t.caseId, t.participantId],
      foreignColumns: [cases.id, cases.participantId],
    }).onDelete("cascade"),
    foreignKey({
      name: "conversation_appointment_fk",
      columns: [t.appointmentId, t.participantId],
      foreignColumns: [appointments.id, appointments.participantId],
    }),
    foreignKey({
      name: "conversation_counsellor",
      columns: [t.counsellorId, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    check("conversation_minutes", sql`minutes between 0 and 600`),
    check(
      "conversation_codes",
      sql`channel in (${list(contactChannels)}) and outcome in (${list(conversationOutcomes)})`,
    ),
    check(
      "conversation_topics",
      sql`array_to_string(topics, ',') ~ '^([a-z0-9-]{1,60}(,[a-z0-9-]{1,60})*)?$'`,
    ),
    check(
      "conversation_chart",
      sql`harmed in (${list(harmedPersons)}) and since in (${list(sinceBands)}) and going_on in (${list(answers)}) and minors_involved in (${list(answers)}) and nature in (${list(natures)}) and dependence <@ ${set(dependences)}`,
    ),
    check("conversation_danger", sql`danger_signs <@ ${set(dangerSigns)}`),
    check("conversation_steps", sql`(steps_due_at is null) = (cardinality(danger_signs) = 0)`),
    ...ownTable(t.participantId),
  ],
);

/** What was added to a conversation afterwards, sealed under the case's key; never changed. */
export const conversationAdditions = handreiking.table(
  "conversation_addition",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    caseId: uuid("case_id").notNull(),
    conversationId: uuid("conversation_id").notNull(),
    authorId: uuid("author_id").notNull(),
    sealed: bytes("sealed").notNull(),
    writtenAt: time("written_at").notNull(),
  },
  (t) => [
    index("conversation_addition_of").on(t.conversationId, t.writtenAt, t.id),
    foreignKey({
      name: "conversation_addition_conversation",
      columns: [t.conversationId, t.caseId, t.participantId],
      foreignColumns: [conversations.id, conversations.caseId, conversations.participantId],
    }).onDelete("cascade"),
    foreignKey({
      name: "conversation_addition_author",
      columns: [t.authorId, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    ...ownTable(t.participantId),
  ],
);

export type ConversationRow = typeof conversations.$inferSelect;
export type AdditionRow = typeof conversationAdditions.$inferSelect;
