import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { cases } from "../../handoff/schema.ts";
import { members } from "../../identity/schema.ts";
import { handreiking, list, ownTable, time } from "../../platform/table.ts";
import { contactChannels, conversationOutcomes } from "../codes.ts";
import { appointments } from "./appointment.ts";

/** One contact moment of a case, charted in codes. */
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
    recordedAt: time("recorded_at").notNull(),
  },
  (t) => [
    unique("conversation_participant").on(t.id, t.participantId),
    unique("conversation_appointment").on(t.appointmentId),
    index("conversation_of_case").on(t.caseId, t.startedAt, t.id),
    foreignKey({
      name: "conversation_case",
      columns: [t.caseId, t.participantId],
      foreignColumns: [cases.id, cases.participantId],
    }),
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
    ...ownTable(t.participantId),
  ],
);

export type ConversationRow = typeof conversations.$inferSelect;
