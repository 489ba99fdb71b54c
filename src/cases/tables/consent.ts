import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, text, unique, uuid } from "drizzle-orm/pg-core";
import { members, participants } from "../../identity/schema.ts";
import { handreiking, list, ownTable, set, time } from "../../platform/database/table.ts";
import { capacities, consentMethods, dataCategories, purposes, relations, subjects } from "../codes.ts";
import { cases } from "./case.ts";

/** What a caller agreed to: one recipient, one purpose. */
export const consents = handreiking.table(
  "consent",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    caseId: uuid("case_id").notNull(),
    /** The caller's relation, as the case has it: decides what they can consent to. */
    relation: text("relation", { enum: relations }).notNull(),
    recipientId: uuid("recipient_id")
      .notNull()
      .references(() => participants.id),
    subject: text("subject", { enum: subjects }).notNull(),
    purpose: text("purpose", { enum: purposes }).notNull(),
    categories: text("categories", { enum: dataCategories }).array().notNull(),
    capacity: text("capacity", { enum: capacities }).notNull(),
    method: text("method", { enum: consentMethods }).notNull(),
    textVersion: text("text_version").notNull(),
    textLanguage: text("text_language", { enum: ["nl", "en"] }).notNull(),
    takenBy: uuid("taken_by").notNull(),
    givenAt: time("given_at").notNull(),
    expiresAt: time("expires_at").notNull(),
    withdrawnAt: time("withdrawn_at"),
    live: boolean("live").notNull().generatedAlwaysAs(sql`withdrawn_at is null`),
  },
  (t) => [
    unique("consent_participant").on(t.id, t.participantId),
    unique("consent_basis").on(
      t.id,
      t.caseId,
      t.participantId,
      t.recipientId,
      t.purpose,
      t.expiresAt,
      t.live,
    ),
    index("consent_of_case").on(t.caseId),
    foreignKey({
      name: "consent_case",
      columns: [t.caseId, t.participantId, t.relation],
      foreignColumns: [cases.id, cases.participantId, cases.relation],
    }),
    foreignKey({
      name: "consent_taker",
      columns: [t.takenBy, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    check(
      "consent_codes",
      sql`subject in (${list(subjects)}) and purpose in (${list(purposes)}) and capacity in (${list(capacities)}) and method in (${list(consentMethods)}) and text_language in ('nl', 'en')`,
    ),
    check("consent_categories", sql`cardinality(categories) > 0 and categories <@ ${set(dataCategories)}`),
    check("consent_times", sql`expires_at > given_at and withdrawn_at >= given_at`),
    // Nobody consents for another adult: only a representative does.
    check("consent_own_data", sql`capacity = 'representative' or subject = 'caller'`),
    check("consent_follow_up", sql`(purpose = 'follow-up') = (recipient_id = participant_id)`),
    check(
      "consent_relative",
      sql`capacity = 'representative' or relation = 'harmed' or categories <@ '{contact,identity}'::text[]`,
    ),
    ...ownTable(t.participantId),
  ],
);

export type ConsentRow = typeof consents.$inferSelect;
