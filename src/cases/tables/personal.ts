import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, text, uuid } from "drizzle-orm/pg-core";
import { members } from "../../identity/schema.ts";
import { bytes, handreiking, list, ownTable, time } from "../../platform/database/table.ts";
import { handOverAnswers, ownerChanges, takeOverReasons } from "../codes.ts";
import { cases } from "./case.ts";

/** How the caller is reached, sealed under the case's key. */
export const caseContacts = handreiking.table(
  "case_contact",
  {
    caseId: uuid("case_id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    sealed: bytes("sealed").notNull(),
    revision: uuid("revision").notNull(),
  },
  (t) => [
    foreignKey({
      name: "case_contact_case",
      columns: [t.caseId, t.participantId],
      foreignColumns: [cases.id, cases.participantId],
    }),
    ...ownTable(t.participantId),
  ],
);

/** How the caller is reached without harm, sealed under the case's key; when it was checked with them is not. */
export const safeContacts = handreiking.table(
  "safe_contact",
  {
    caseId: uuid("case_id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    sealed: bytes("sealed").notNull(),
    revision: uuid("revision").notNull(),
    verifiedAt: time("verified_at"),
    verifiedBy: uuid("verified_by"),
  },
  (t) => [
    foreignKey({
      name: "safe_contact_case",
      columns: [t.caseId, t.participantId],
      foreignColumns: [cases.id, cases.participantId],
    }),
    foreignKey({
      name: "safe_contact_verifier",
      columns: [t.verifiedBy, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    check("safe_contact_verified", sql`num_nonnulls(verified_at, verified_by) in (0, 2)`),
    ...ownTable(t.participantId),
  ],
);

/** By which the caller proves who they are: a slow hash, sealed besides, for a word is soon guessed. */
export const codeWords = handreiking.table(
  "code_word",
  {
    caseId: uuid("case_id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    sealed: bytes("sealed").notNull(),
    /** Wrong words since it was set or last matched. */
    failures: integer("failures").notNull(),
  },
  (t) => [
    foreignKey({
      name: "code_word_case",
      columns: [t.caseId, t.participantId],
      foreignColumns: [cases.id, cases.participantId],
    }),
    check("code_word_failures", sql`failures between 0 and 5`),
    ...ownTable(t.participantId),
  ],
);

/** What a counsellor wrote down, sealed under the case's key; added to, never changed. */
export const caseNotes = handreiking.table(
  "case_note",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    caseId: uuid("case_id").notNull(),
    authorId: uuid("author_id").notNull(),
    sealed: bytes("sealed").notNull(),
    writtenAt: time("written_at").notNull(),
  },
  (t) => [
    index("case_note_of_case").on(t.caseId, t.writtenAt, t.id),
    foreignKey({
      name: "case_note_case",
      columns: [t.caseId, t.participantId],
      foreignColumns: [cases.id, cases.participantId],
    }),
    foreignKey({
      name: "case_note_author",
      columns: [t.authorId, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    ...ownTable(t.participantId),
  ],
);

/** How a case came from one counsellor to another: taken, handed over or given back. */
export const takeOvers = handreiking.table(
  "case_take_over",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    caseId: uuid("case_id").notNull(),
    kind: text("kind", { enum: ownerChanges }).notNull().default("taken-over"),
    fromMemberId: uuid("from_member_id").notNull(),
    toMemberId: uuid("to_member_id").notNull(),
    /** Who did it: for a case that was handed over its former owner, or a coordinator. */
    byMemberId: uuid("by_member_id").notNull(),
    reason: text("reason", { enum: takeOverReasons }).notNull(),
    at: time("at").notNull(),
    /** Until when a case that was handed over can be given back. */
    returnableUntil: time("returnable_until"),
    answer: text("answer", { enum: handOverAnswers }),
    answeredAt: time("answered_at"),
  },
  (t) => [
    index("case_take_over_of_case").on(t.caseId, t.at),
    index("case_take_over_unanswered")
      .on(t.participantId, t.toMemberId)
      .where(sql`kind = 'handed-over' and answer is null`),
    foreignKey({
      name: "case_take_over_case",
      columns: [t.caseId, t.participantId],
      foreignColumns: [cases.id, cases.participantId],
    }),
    foreignKey({
      name: "case_take_over_from",
      columns: [t.fromMemberId, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    foreignKey({
      name: "case_take_over_to",
      columns: [t.toMemberId, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    foreignKey({
      name: "case_take_over_by",
      columns: [t.byMemberId, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    check("case_take_over_reason", sql`reason in (${list(takeOverReasons)})`),
    check(
      "case_take_over_kind",
      sql`kind in (${list(ownerChanges)}) and (returnable_until is not null) = (kind = 'handed-over')`,
    ),
    check(
      "case_take_over_answer",
      sql`num_nonnulls(answer, answered_at) = 0 or num_nonnulls(answer, answered_at) = 2 and kind = 'handed-over' and answer in (${list(handOverAnswers)})`,
    ),
    ...ownTable(t.participantId),
  ],
);

export type NoteRow = typeof caseNotes.$inferSelect;
export type SafeContactRow = typeof safeContacts.$inferSelect;
export type TakeOverRow = typeof takeOvers.$inferSelect;
