import { sql } from "drizzle-orm";
import { check, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { handreiking, list, ownTable, time } from "../../platform/database/table.ts";
import { erasureReasons } from "../codes.ts";

/** How many records of each kind went; empty for a case that was not there. */
export interface Removed {
  helpQuestions: number;
  consents: number;
  overrides: number;
  referrals: number;
  notes: number;
  conversations: number;
  requests: number;
}

/**
 * The ledger of erasures: which case is gone, and when. It outlives the case, so that a restored backup can be brought
 * to forget it again. Written by `erase_case` alone, never changed.
 */
export const erasures = handreiking.table(
  "erasure",
  {
    participantId: uuid("participant_id").notNull(),
    caseId: uuid("case_id").notNull(),
    reason: text("reason", { enum: erasureReasons }).notNull(),
    erasedAt: time("erased_at").notNull(),
    removed: jsonb("removed").$type<Partial<Removed>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.participantId, t.caseId] }),
    check("erasure_reason", sql`reason in (${list(erasureReasons)})`),
    ...ownTable(t.participantId),
  ],
);

export type ErasureRow = typeof erasures.$inferSelect;
