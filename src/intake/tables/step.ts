import { sql } from "drizzle-orm";
import { check, foreignKey, index, text, uuid } from "drizzle-orm/pg-core";
import { members } from "../../identity/schema.ts";
import { bytes, handreiking, list, ownTable, time } from "../../platform/database/table.ts";
import { stepDecisions, stepNames, stepReasons } from "../conversations/steps/rule.ts";
import { conversations } from "./conversation.ts";

/** What was decided at a step of the reporting code, after danger signs; added to, never changed. */
export const reportingSteps = handreiking.table(
  "reporting_step",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    caseId: uuid("case_id").notNull(),
    conversationId: uuid("conversation_id").notNull(),
    step: text("step", { enum: stepNames }).notNull(),
    decision: text("decision", { enum: stepDecisions }).notNull(),
    reason: text("reason", { enum: stepReasons }),
    /** The reason in words, sealed under the case's key. */
    sealed: bytes("sealed"),
    decidedBy: uuid("decided_by").notNull(),
    at: time("at").notNull(),
  },
  (t) => [
    index("reporting_step_of_conversation").on(t.conversationId, t.at, t.id),
    foreignKey({
      name: "reporting_step_conversation",
      columns: [t.conversationId, t.caseId, t.participantId],
      foreignColumns: [conversations.id, conversations.caseId, conversations.participantId],
    }).onDelete("cascade"),
    foreignKey({
      name: "reporting_step_decider",
      columns: [t.decidedBy, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    check(
      "reporting_step_codes",
      sql`step in (${list(stepNames)}) and decision in (${list(stepDecisions)}) and reason in (${list(stepReasons)})`,
    ),
    check(
      "reporting_step_reason",
      sql`reason is not null or decision <> 'not-possible' and step not in ('weigh', 'decide')`,
    ),
    ...ownTable(t.participantId),
  ],
);

export type ReportingStepRow = typeof reportingSteps.$inferSelect;
