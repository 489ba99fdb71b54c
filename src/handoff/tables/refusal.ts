import { sql } from "drizzle-orm";
import { check, foreignKey, index, text, uuid } from "drizzle-orm/pg-core";
import { cases } from "../../cases/schema.ts";
import { members, participants } from "../../identity/schema.ts";
import { handreiking, list, ownTable, time } from "../../platform/database/table.ts";
import { refusalSources } from "../codes.ts";

/** That a caller wants this recipient to be told nothing, whichever way they said so. It goes when the case goes. */
export const refusals = handreiking.table(
  "refusal",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    caseId: uuid("case_id").notNull(),
    recipientId: uuid("recipient_id")
      .notNull()
      .references(() => participants.id),
    at: time("at").notNull(),
    source: text("source", { enum: refusalSources }).notNull(),
    /** Who wrote it down; null where it follows from another record, which says so. */
    recordedBy: uuid("recorded_by"),
  },
  (t) => [
    index("refusal_of_recipient").on(t.caseId, t.recipientId, t.at),
    foreignKey({
      name: "refusal_case",
      columns: [t.caseId, t.participantId],
      foreignColumns: [cases.id, cases.participantId],
    }).onDelete("cascade"),
    foreignKey({
      name: "refusal_recorder",
      columns: [t.recordedBy, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    check("refusal_source", sql`source in (${list(refusalSources)})`),
    check("refusal_recorded", sql`recorded_by is null or source in ('asked', 'objected')`),
    ...ownTable(t.participantId),
  ],
);

export type RefusalRow = typeof refusals.$inferSelect;
