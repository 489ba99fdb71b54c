import { sql } from "drizzle-orm";
import { bigint, check, date, foreignKey, index, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { domains } from "../../directory/schema.ts";
import { members } from "../../identity/schema.ts";
import { bytes, handreiking, list, ownTable, time } from "../../platform/database/table.ts";
import { endReasons, languages, provinces, relations } from "../codes.ts";
import { codesOnly } from "./conditions.ts";

/** One pseudonymous person's file at a helpline. */
export const cases = handreiking.table(
  "case",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    code: text("code").notNull(),
    relation: text("relation", { enum: relations }).notNull(),
    ownerId: uuid("owner_id").notNull(),
    language: text("language", { enum: languages }).notNull(),
    province: text("province", { enum: provinces }),
    openedAt: time("opened_at").notNull(),
  },
  (t) => [
    unique("case_code").on(t.participantId, t.code),
    unique("case_participant").on(t.id, t.participantId),
    unique("case_relation").on(t.id, t.participantId, t.relation),
    foreignKey({
      name: "case_owner",
      columns: [t.ownerId, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    check(
      "case_codes",
      sql`relation in (${list(relations)}) and language in (${list(languages)}) and (province is null or province in (${list(provinces)}))`,
    ),
    ...ownTable(t.participantId),
  ],
);

/** The colleagues who may read a case beside its owner. */
export const caseAccess = handreiking.table(
  "case_access",
  {
    caseId: uuid("case_id").notNull(),
    participantId: uuid("participant_id").notNull(),
    memberId: uuid("member_id").notNull(),
    grantedBy: uuid("granted_by").notNull(),
    grantedAt: time("granted_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.caseId, t.memberId] }),
    foreignKey({
      name: "case_access_case",
      columns: [t.caseId, t.participantId],
      foreignColumns: [cases.id, cases.participantId],
    }),
    foreignKey({
      name: "case_access_member",
      columns: [t.memberId, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    ...ownTable(t.participantId),
  ],
);

/** One concrete need of the caller. */
export const helpQuestions = handreiking.table(
  "help_question",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    caseId: uuid("case_id").notNull(),
    domain: text("domain", { enum: domains }).notNull(),
    topics: text("topics").array().notNull(),
    ownerId: uuid("owner_id").notNull(),
    nextAction: text("next_action"),
    nextActionOn: date("next_action_on"),
    addedAt: time("added_at").notNull(),
    endedAt: time("ended_at"),
    endReason: text("end_reason", { enum: endReasons }),
    /** The conversation in which it was framed; of the same case. */
    conversationId: uuid("conversation_id"),
    /** The need in the caller's own words, sealed under the case's key. */
    sealed: bytes("sealed"),
    /** Who last changed owner, next action or end, and when; nobody where a referral's end did. */
    changedBy: uuid("changed_by"),
    changedAt: time("changed_at").notNull(),
  },
  (t) => [
    unique("help_question_case").on(t.id, t.caseId, t.participantId),
    index("help_question_of_case").on(t.caseId),
    foreignKey({
      name: "help_question_case_fk",
      columns: [t.caseId, t.participantId],
      foreignColumns: [cases.id, cases.participantId],
    }),
    foreignKey({
      name: "help_question_owner",
      columns: [t.ownerId, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    foreignKey({
      name: "help_question_changer",
      columns: [t.changedBy, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    check("help_question_domain", sql`domain in (${list(domains)})`),
    check("help_question_topics", codesOnly),
    check("help_question_next_action", sql`num_nonnulls(next_action, next_action_on) in (0, 2)`),
    check("help_question_next_action_code", sql`next_action ~ '^[a-z-]{1,40}$'`),
    check(
      "help_question_end",
      sql`num_nonnulls(ended_at, end_reason) in (0, 2) and end_reason in (${list(endReasons)})`,
    ),
    ...ownTable(t.participantId),
  ],
);

/** How a help question stood after each change of owner, next action or end; written by the database alone. */
export const helpQuestionChanges = handreiking.table(
  "help_question_change",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    caseId: uuid("case_id").notNull(),
    helpQuestionId: uuid("help_question_id").notNull(),
    ownerId: uuid("owner_id").notNull(),
    nextAction: text("next_action"),
    nextActionOn: date("next_action_on"),
    endReason: text("end_reason", { enum: endReasons }),
    changedBy: uuid("changed_by"),
    at: time("at").notNull(),
    /** In the order in which they came, also within one moment. */
    position: bigint("position", { mode: "number" }).generatedAlwaysAsIdentity(),
  },
  (t) => [
    index("help_question_change_of").on(t.helpQuestionId, t.position),
    foreignKey({
      name: "help_question_change_question",
      columns: [t.helpQuestionId, t.caseId, t.participantId],
      foreignColumns: [helpQuestions.id, helpQuestions.caseId, helpQuestions.participantId],
    }).onDelete("cascade"),
    ...ownTable(t.participantId),
  ],
);

export type CaseRow = typeof cases.$inferSelect;
export type HelpQuestionRow = typeof helpQuestions.$inferSelect;
export type HelpQuestionChangeRow = typeof helpQuestionChanges.$inferSelect;
