import { sql } from "drizzle-orm";
import { bigint, index, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, handreiking, time, twoPartyLog } from "../platform/table.ts";

/** Who did what to which record. Numbered and chained after commit by `seal_audit`, never changed. */
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
    action: text("action").notNull(),
    subjectId: uuid("subject_id").notNull(),
    at: time("at").notNull(),
    seq: bigint("seq", { mode: "number" }),
    hash: bytes("hash"),
  },
  (t) => [
    unique("audit_event_seq").on(t.participantId, t.seq),
    index("audit_event_unsealed").on(t.participantId).where(sql`seq is null`),
    index("audit_event_subject").on(t.subjectId),
    ...twoPartyLog(t.participantId, t.subjectParticipantId, sql`seq is null and hash is null`),
  ],
);
