import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, handreiking, list, systemTable, time } from "../platform/database/table.ts";
import { type EntryKind, entryKinds } from "./kinds.ts";

/**
 * What was taken away, as ids, codes and times: written by triggers in the transaction that takes away, numbered after
 * its commit by `seal_ledger`, never changed.
 */
export const ledgerEntries = handreiking.table(
  "ledger_entry",
  {
    id: uuid("id").primaryKey(),
    /** In which order it was written: acts on one record wait for each other. */
    position: bigint("position", { mode: "number" }).generatedAlwaysAsIdentity().notNull(),
    kind: text("kind").$type<EntryKind>().notNull(),
    subjectId: uuid("subject_id").notNull(),
    participantId: uuid("participant_id").notNull(),
    otherId: uuid("other_id"),
    codes: text("codes").array().notNull().default([]),
    at: time("at").notNull(),
    seq: bigint("seq", { mode: "number" }),
    /** The number of the first entry of its segment. */
    segment: bigint("segment", { mode: "number" }),
  },
  (t) => [
    unique("ledger_entry_seq").on(t.seq),
    index("ledger_entry_unsealed").on(t.position).where(sql`seq is null`),
    index("ledger_entry_segment").on(t.segment),
    check("ledger_entry_kind", sql`kind in (${list(entryKinds)})`),
    check("ledger_entry_codes", sql`array_to_string(codes, ' ') ~ '^[a-z0-9:_ -]*$'`),
    check("ledger_entry_sealed", sql`(seq is null) = (segment is null)`),
    ...systemTable(),
  ],
);

/** Entries that were numbered together and stand in one object at the target. The last one stays. */
export const ledgerSegments = handreiking.table(
  "ledger_segment",
  {
    first: bigint("first", { mode: "number" }).primaryKey(),
    last: bigint("last", { mode: "number" }).notNull(),
    /** The chain's hash before its first entry, and after its last. */
    before: bytes("before").notNull(),
    hash: bytes("hash").notNull(),
    sealedAt: time("sealed_at").notNull(),
    /** Since when it is known to be at the target. */
    keptAt: time("kept_at"),
    /** False for one that was read from the target, until what it says is done. */
    applied: boolean("applied").notNull().default(true),
  },
  (t) => [
    index("ledger_segment_open").on(t.first).where(sql`kept_at is null or not applied`),
    check("ledger_segment_order", sql`last >= first`),
    ...systemTable(),
  ],
);
