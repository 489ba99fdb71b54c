import { index, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { handreiking, ownTable, time } from "./table.ts";

/** Which answer a key already has: enough to present the record again, nothing of the request itself. */
export const idempotencyRecords = handreiking.table(
  "idempotency_record",
  {
    participantId: uuid("participant_id").notNull(),
    /** HMAC over actor, method, path and key. */
    keyFingerprint: text("key_fingerprint").notNull(),
    bodyFingerprint: text("body_fingerprint").notNull(),
    recordId: uuid("record_id").notNull(),
    at: time("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.participantId, t.keyFingerprint] }),
    index("idempotency_record_at").on(t.at),
    ...ownTable(t.participantId),
  ],
);
