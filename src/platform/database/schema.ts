import { customType, index, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { handreiking, ownTable, systemTable, time } from "./table.ts";

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

/** What all instances have leased of a quota in one window: the database's own functions alone reach it. */
export const quotas = handreiking.table(
  "quota",
  {
    rate: text("rate").notNull(),
    /** Who is counted: HMAC over the day and the actor or address. */
    counted: text("counted").notNull(),
    endsAt: time("ends_at").notNull(),
    taken: integer("taken").notNull(),
  },
  (t) => [primaryKey({ columns: [t.rate, t.counted, t.endsAt] }), ...systemTable()],
);

const transactionId = customType<{ data: string }>({ dataType: () => "xid8" });

/**
 * In which transaction, and when by its own clock, the database first saw a record on which others rest: what the
 * service writes of itself proves neither. Its own triggers and functions alone reach it.
 */
export const origins = handreiking.table(
  "origin",
  {
    recordId: uuid("record_id").primaryKey(),
    kind: text("kind").notNull(),
    transaction: transactionId("transaction").notNull(),
    at: time("at").notNull(),
    /** When what it allows once was done. */
    usedAt: time("used_at"),
  },
  (t) => [index("origin_at").on(t.kind, t.at), ...systemTable()],
);
