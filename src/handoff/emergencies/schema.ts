import { sql } from "drizzle-orm";
import { check, foreignKey, index, text, uuid } from "drizzle-orm/pg-core";
import { dataCategories } from "../../cases/index.ts";
import { cases } from "../../cases/schema.ts";
import { members } from "../../identity/index.ts";
import { bytes, handreiking, list, ownTable, set, time } from "../../platform/database/table.ts";
import { dangers, emergencyFindings, emergencyServices, endangered, triedBefore } from "./codes.ts";

/** An emergency call that was made already: it opens nothing, and another member looks at it afterwards. */
export const emergencies = handreiking.table(
  "emergency",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    caseId: uuid("case_id").notNull(),
    told: text("told", { enum: emergencyServices }).notNull(),
    toldAt: time("told_at").notNull(),
    categories: text("categories", { enum: dataCategories }).array().notNull(),
    whose: text("whose", { enum: endangered }).notNull(),
    danger: text("danger", { enum: dangers }).notNull(),
    tried: text("tried", { enum: triedBefore }).array().notNull(),
    /** Colleagues who were tried. */
    triedIds: uuid("tried_ids").array().notNull(),
    /** What was told and, where there was a refusal, what is new since: in words, under the case's own key. */
    sealedWords: bytes("sealed_words").notNull(),
    sealedNew: bytes("sealed_new"),
    recordedBy: uuid("recorded_by").notNull(),
    recordedAt: time("recorded_at").notNull(),
    reviewDueAt: time("review_due_at").notNull(),
    reviewedBy: uuid("reviewed_by"),
    reviewedAt: time("reviewed_at"),
    finding: text("finding", { enum: emergencyFindings }),
  },
  (t) => [
    index("emergency_of_case").on(t.caseId, t.recordedAt, t.id),
    index("emergency_to_review").on(t.participantId, t.reviewDueAt).where(sql`reviewed_at is null`),
    check(
      "emergency_codes",
      sql`told in (${list(emergencyServices)}) and whose in (${list(endangered)}) and danger in (${list(dangers)}) and categories <@ ${set(dataCategories)} and cardinality(tried) > 0 and tried <@ ${set(triedBefore)} and finding in (${list(emergencyFindings)})`,
    ),
    check(
      "emergency_times",
      sql`told_at <= recorded_at and review_due_at = recorded_at + interval '24 hours' and reviewed_at >= recorded_at`,
    ),
    check("emergency_reviewed", sql`num_nonnulls(reviewed_by, reviewed_at, finding) in (0, 3)`),
    check("emergency_two_persons", sql`reviewed_by <> recorded_by`),
    foreignKey({
      name: "emergency_case",
      columns: [t.caseId, t.participantId],
      foreignColumns: [cases.id, cases.participantId],
    }).onDelete("cascade"),
    ...[["emergency_recorder", t.recordedBy] as const, ["emergency_reviewer", t.reviewedBy] as const].map(
      ([name, member]) =>
        foreignKey({
          name,
          columns: [member, t.participantId],
          foreignColumns: [members.id, members.participantId],
        }),
    ),
    ...ownTable(t.participantId),
  ],
);

export type EmergencyRow = typeof emergencies.$inferSelect;
