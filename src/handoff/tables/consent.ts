import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, text, unique, uuid } from "drizzle-orm/pg-core";
import { members, participants } from "../../identity/schema.ts";
import { bytes, handreiking, list, ownTable, set, time } from "../../platform/table.ts";
import {
  callerTold,
  capacities,
  consentMethods,
  dataCategories,
  overrideGrounds,
  purposes,
  relations,
  subjects,
} from "../codes.ts";
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

/** The other basis: a decision to disclose without the caller's consent, answered for by two members. */
export const overrides = handreiking.table(
  "override",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    caseId: uuid("case_id").notNull(),
    recipientId: uuid("recipient_id").notNull(),
    subject: text("subject", { enum: subjects }).notNull(),
    categories: text("categories", { enum: dataCategories }).array().notNull(),
    ground: text("ground", { enum: overrideGrounds }).notNull(),
    /** Why it is necessary, in words: under the case's own key. */
    sealed: bytes("sealed").notNull(),
    consultedId: uuid("consulted_id").notNull(),
    callerTold: text("caller_told", { enum: callerTold }).notNull(),
    /** Whether the caller had refused or withdrawn for this recipient. */
    afterRefusal: boolean("after_refusal").notNull(),
    madeBy: uuid("made_by").notNull(),
    madeAt: time("made_at").notNull(),
    expiresAt: time("expires_at").notNull(),
    approvedBy: uuid("approved_by"),
    approvedAt: time("approved_at"),
    /** By when another member looks at what acted at once; null where it was approved before. */
    reviewDueAt: time("review_due_at"),
    reviewedBy: uuid("reviewed_by"),
    reviewedAt: time("reviewed_at"),
    /** When the caller objected, and what another member decided. */
    objectedAt: time("objected_at"),
    objectionDecidedBy: uuid("objection_decided_by"),
    objectionDecidedAt: time("objection_decided_at"),
    endedAt: time("ended_at"),
    /** It acts at once for a vital interest alone, and never against a refusal. */
    needsApproval: boolean("needs_approval")
      .notNull()
      .generatedAlwaysAs(sql`ground <> 'vital-interest' or after_refusal`),
    live: boolean("live")
      .notNull()
      .generatedAlwaysAs(
        sql`ended_at is null and (approved_at is not null or (ground = 'vital-interest' and not after_refusal))`,
      ),
  },
  (t) => [
    unique("override_basis").on(t.id, t.caseId, t.participantId, t.recipientId, t.expiresAt, t.live),
    index("override_to_review").on(t.reviewDueAt).where(sql`ended_at is null and reviewed_at is null`),
    foreignKey({
      name: "override_case",
      columns: [t.caseId, t.participantId],
      foreignColumns: [cases.id, cases.participantId],
    }),
    ...[
      ["override_maker", t.madeBy] as const,
      ["override_consulted", t.consultedId] as const,
      ["override_approver", t.approvedBy] as const,
      ["override_reviewer", t.reviewedBy] as const,
      ["override_objection_decider", t.objectionDecidedBy] as const,
    ].map(([name, member]) =>
      foreignKey({
        name,
        columns: [member, t.participantId],
        foreignColumns: [members.id, members.participantId],
      }),
    ),
    check(
      "override_codes",
      sql`subject in (${list(subjects)}) and ground in (${list(overrideGrounds)}) and caller_told in (${list(callerTold)}) and cardinality(categories) > 0 and categories <@ ${set(dataCategories)}`,
    ),
    check("override_times", sql`expires_at > made_at`),
    // Whoever made it neither approves, nor reviews, nor decides on an objection.
    check(
      "override_two_persons",
      sql`made_by not in (consulted_id, approved_by, reviewed_by, objection_decided_by)`,
    ),
    check(
      "override_reviewed",
      sql`num_nonnulls(approved_by, approved_at) in (0, 2) and num_nonnulls(reviewed_by, reviewed_at) in (0, 2) and num_nonnulls(objection_decided_by, objection_decided_at) in (0, 2) and (objection_decided_at is null or objected_at is not null)`,
    ),
    check(
      "override_review_due",
      sql`(review_due_at is null) = (ground <> 'vital-interest' or after_refusal)`,
    ),
    ...ownTable(t.participantId),
  ],
);

export type ConsentRow = typeof consents.$inferSelect;
export type OverrideRow = typeof overrides.$inferSelect;
