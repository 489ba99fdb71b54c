import { sql } from "drizzle-orm";
import { bigint, check, index, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, handreiking, policy, time, twoPartyLog } from "../platform/database/table.ts";

/** Who did what to which record, and why. Numbered and chained after commit by `seal_audit`, never changed. */
export const auditEvents = handreiking.table(
  "audit_event",
  {
    id: uuid("id").primaryKey(),
    /** Whose chain: the actor's participant. */
    participantId: uuid("participant_id").notNull(),
    /** Whose record it was: lets a sender read its recipient's looks. */
    subjectParticipantId: uuid("subject_participant_id").notNull(),
    actorKind: text("actor_kind", { enum: ["member", "client", "job"] }).notNull(),
    actorId: uuid("actor_id").notNull(),
    /** The acting member, as the client asserted it. */
    onBehalfOf: uuid("on_behalf_of"),
    /** The roles of the acting member at that time. */
    actorRoles: text("actor_roles").array().notNull().default([]),
    /** What was asked for: an operation's id, or a job's name. */
    operation: text("operation"),
    action: text("action").notNull(),
    /** `unstated` where it was written past the service. */
    purpose: text("purpose").notNull().default("unstated"),
    outcome: text("outcome", { enum: ["allowed", "refused"] })
      .notNull()
      .default("allowed"),
    subjectId: uuid("subject_id").notNull(),
    /** The case that it is about: told to nobody but the case's own participant. */
    caseId: uuid("case_id"),
    at: time("at").notNull(),
    seq: bigint("seq", { mode: "number" }),
    hash: bytes("hash"),
  },
  (t) => [
    unique("audit_event_seq").on(t.participantId, t.seq),
    index("audit_event_unsealed").on(t.participantId, t.at, t.id).where(sql`seq is null`),
    index("audit_event_subject").on(t.subjectId),
    index("audit_event_case").on(t.caseId).where(sql`case_id is not null`),
    index("audit_event_chain").on(t.participantId, t.at, t.id),
    index("audit_event_elsewhere")
      .on(t.subjectParticipantId, t.at, t.id)
      .where(sql`subject_participant_id <> participant_id`),
    check("audit_event_outcome", sql`outcome in ('allowed', 'refused')`),
    ...twoPartyLog(t.participantId, t.subjectParticipantId, sql`seq is null and hash is null`),
  ],
);
export type AuditEventRow = typeof auditEvents.$inferSelect;

/** Where a chain stood, signed: what is kept elsewhere, and what a chain whose beginning was let go of begins with. */
export const auditCheckpoints = handreiking.table(
  "audit_checkpoint",
  {
    id: uuid("id").primaryKey(),
    /** Whose chain. */
    participantId: uuid("participant_id").notNull(),
    seq: bigint("seq", { mode: "number" }).notNull(),
    hash: bytes("hash").notNull(),
    at: time("at").notNull(),
    /** The latest time of an entry that it covers. */
    latestAt: time("latest_at").notNull(),
    /** The same as a JWS of the service. */
    statement: text("statement").notNull(),
  },
  (t) => [
    unique("audit_checkpoint_seq").on(t.participantId, t.seq),
    policy("own", {
      for: "select",
      using: sql`${t.participantId} = (select handreiking.actor_participant())`,
    }),
    policy("own_insert", {
      for: "insert",
      withCheck: sql`${t.participantId} = (select handreiking.actor_participant())`,
    }),
  ],
);
export type AuditCheckpointRow = typeof auditCheckpoints.$inferSelect;
