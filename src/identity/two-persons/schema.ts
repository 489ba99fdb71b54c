import { sql } from "drizzle-orm";
import { check, foreignKey, index, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { handreiking, ownTable, systemTable, time } from "../../platform/database/table.ts";
import { members } from "../tables/participant.ts";

/** A second person's own hand under a decision: with which session they were signed in, and who was first. */
export const countersignatures = handreiking.table(
  "countersignature",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    /** The record that is decided on. */
    subjectId: uuid("subject_id").notNull(),
    /** Whom it takes another person than. */
    firstIds: uuid("first_ids").array().notNull(),
    memberId: uuid("member_id").notNull(),
    sessionId: uuid("session_id").notNull(),
    at: time("at").notNull(),
  },
  (t) => [
    index("countersignature_subject").on(t.subjectId),
    check(
      "countersignature_second_person",
      sql`cardinality(first_ids) > 0 and array_position(first_ids, null) is null and member_id <> all (first_ids)`,
    ),
    foreignKey({
      name: "countersignature_member",
      columns: [t.memberId, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    ...ownTable(t.participantId),
  ],
);

/** By what a member was known as a human, hashed: the subject of a provider, or a passkey's public key. */
export const personMarks = handreiking.table(
  "person_mark",
  {
    mark: text("mark").notNull(),
    memberId: uuid("member_id")
      .notNull()
      .references(() => members.id),
  },
  (t) => [
    primaryKey({ columns: [t.mark, t.memberId] }),
    index("person_mark_member").on(t.memberId),
    ...systemTable(),
  ],
);
