import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, text, unique, uuid } from "drizzle-orm/pg-core";
import { dataCategories, subjects } from "../../cases/index.ts";
import { cases } from "../../cases/schema.ts";
import { members } from "../../identity/schema.ts";
import { bytes, handreiking, list, ownTable, set, time } from "../../platform/database/table.ts";
import { callerTold, overrideGrounds, specialCategories, vitalInterests } from "../codes.ts";

/** It acts at once for a vital interest alone, never against a refusal, and not while its maker is watched. */
const secondFirst = "ground <> 'vital-interest' or after_refusal or maker_bound";
const objected = "objected_at is not null and objection_decided_at is null";

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
    /** Why the caller's own no does not decide on a vital interest: they cannot consent, or it is not their life. */
    whose: text("whose", { enum: vitalInterests }),
    /** Why it is necessary, in words: under the case's own key. */
    sealed: bytes("sealed").notNull(),
    consultedId: uuid("consulted_id").notNull(),
    callerTold: text("caller_told", { enum: callerTold }).notNull(),
    /** Whether the caller had refused this recipient. */
    afterRefusal: boolean("after_refusal").notNull(),
    madeBy: uuid("made_by").notNull(),
    madeAt: time("made_at").notNull(),
    /** Whether its maker might make none alone then: an earlier one was not reviewed, or not upheld. */
    makerBound: boolean("maker_bound").notNull().default(false),
    expiresAt: time("expires_at").notNull(),
    approvedBy: uuid("approved_by"),
    approvedAt: time("approved_at"),
    /** By when another member looks at what acted at once; null where it was approved before. */
    reviewDueAt: time("review_due_at"),
    reviewedBy: uuid("reviewed_by"),
    reviewedAt: time("reviewed_at"),
    upheld: boolean("upheld"),
    /** When the caller last refused while it stood, by when another member decides, and that they did. */
    objectedAt: time("objected_at"),
    decideBy: time("decide_by"),
    objectionDecidedBy: uuid("objection_decided_by"),
    objectionDecidedAt: time("objection_decided_at"),
    endedAt: time("ended_at"),
    needsApproval: boolean("needs_approval").notNull().generatedAlwaysAs(sql.raw(secondFirst)),
    live: boolean("live")
      .notNull()
      .generatedAlwaysAs(sql.raw(`ended_at is null and (approved_at is not null or not (${secondFirst}))`)),
    /** Whether an objection is undecided: then it carries nothing. */
    disputed: boolean("disputed").notNull().generatedAlwaysAs(sql.raw(objected)),
    /** Until when it carries anything, if nobody does what is due: reviews it, decides on an objection. */
    standsUntil: time("stands_until")
      .notNull()
      .generatedAlwaysAs(
        sql.raw(
          `least(expires_at, case when reviewed_at is null then review_due_at end, case when ${objected} then decide_by end)`,
        ),
      ),
  },
  (t) => [
    unique("override_basis").on(
      t.id,
      t.caseId,
      t.participantId,
      t.recipientId,
      t.standsUntil,
      t.live,
      t.disputed,
    ),
    unique("override_participant").on(t.id, t.participantId),
    index("override_to_review").on(t.reviewDueAt).where(sql`ended_at is null and reviewed_at is null`),
    index("override_to_decide").on(t.decideBy).where(sql`ended_at is null and disputed`),
    index("override_of_case").on(t.caseId, t.recipientId),
    index("override_of_maker").on(t.madeBy, t.madeAt),
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
      sql`subject in (${list(subjects)}) and ground in (${list(overrideGrounds)}) and whose in (${list(vitalInterests)}) and caller_told in (${list(callerTold)}) and cardinality(categories) > 0 and categories <@ ${set(dataCategories)}`,
    ),
    check("override_times", sql`expires_at > made_at`),
    // Whoever made it neither approves, nor reviews, nor decides on an objection.
    check(
      "override_two_persons",
      sql`made_by not in (consulted_id, approved_by, reviewed_by, objection_decided_by)`,
    ),
    check(
      "override_reviewed",
      sql`num_nonnulls(approved_by, approved_at) in (0, 2) and num_nonnulls(reviewed_by, reviewed_at, upheld) in (0, 3) and (upheld or ended_at is not null or upheld is null) and num_nonnulls(objection_decided_by, objection_decided_at) in (0, 2) and num_nonnulls(objected_at, decide_by) in (0, 2) and (objection_decided_at is null or objected_at is not null)`,
    ),
    check(
      "override_review_due",
      sql`(review_due_at is null) = (ground <> 'vital-interest' or after_refusal or maker_bound)`,
    ),
    // A capable adult's no excludes a vital interest as the ground for special data: GDPR, article 9(2)(c).
    check(
      "override_special",
      sql`not after_refusal or ground <> 'vital-interest' or whose is not null or not categories && ${set(specialCategories)}`,
    ),
    ...ownTable(t.participantId),
  ],
);

/** An entry of a coordinator: the member may make an override alone again. */
export const overrideReleases = handreiking.table(
  "override_release",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    memberId: uuid("member_id").notNull(),
    releasedBy: uuid("released_by").notNull(),
    at: time("at").notNull(),
  },
  (t) => [
    index("override_release_of_member").on(t.memberId, t.at),
    ...[
      ["override_release_member", t.memberId] as const,
      ["override_release_coordinator", t.releasedBy] as const,
    ].map(([name, member]) =>
      foreignKey({
        name,
        columns: [member, t.participantId],
        foreignColumns: [members.id, members.participantId],
      }),
    ),
    check("override_release_two_persons", sql`member_id <> released_by`),
    ...ownTable(t.participantId),
  ],
);

export type OverrideRow = typeof overrides.$inferSelect;
export type OverrideReleaseRow = typeof overrideReleases.$inferSelect;
