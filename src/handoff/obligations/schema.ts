import { sql } from "drizzle-orm";
import { check, date, index, integer, text, uuid } from "drizzle-orm/pg-core";
import { bothPartiesTable, handreiking, list, time } from "../../platform/database/table.ts";
import { obligationEndings, retentionGrounds } from "../codes.ts";

/**
 * What a recipient owes once a handoff has ended: one at most for each referral, raised by the database itself. It
 * outlives its referral when the caller's case is erased.
 */
export const obligations = handreiking.table(
  "obligation",
  {
    referralId: uuid("referral_id").primaryKey(),
    senderId: uuid("sender_id").notNull(),
    recipientId: uuid("recipient_id").notNull(),
    raisedAt: time("raised_at").notNull(),
    /** By when it is to be met; later with each chase. */
    dueAt: time("due_at").notNull(),
    /** When the recipient first opened, or was told, who the caller is; null if it never did. */
    fetchedAt: time("fetched_at"),
    /** How often it was asked for in vain. */
    chases: integer("chases").notNull().default(0),
    endedAt: time("ended_at"),
    endedAs: text("ended_as", { enum: obligationEndings }),
    ground: text("ground", { enum: retentionGrounds }),
    retainedUntil: date("retained_until"),
    endedByFunction: text("ended_by_function"),
  },
  (t) => [
    index("obligation_standing").on(t.dueAt).where(sql`ended_at is null`),
    check(
      "obligation_ended",
      sql`(ended_at is null) = (ended_as is null) and ended_as in (${list(obligationEndings)}) and ground in (${list(retentionGrounds)}) and (ended_as is not distinct from 'retained') = (ground is not null) and (ground is null) = (retained_until is null)`,
    ),
    check("obligation_opened", sql`ended_as is distinct from 'never-opened' or fetched_at is null`),
    ...bothPartiesTable(t.senderId, t.recipientId),
  ],
);

export type ObligationRow = typeof obligations.$inferSelect;
