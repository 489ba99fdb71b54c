import { sql } from "drizzle-orm";
import { check, foreignKey, integer, jsonb, text, unique, uuid } from "drizzle-orm/pg-core";
import { members, participants } from "../../identity/schema.ts";
import { handreiking, ownTable, time } from "../../platform/database/table.ts";
import type { ReleasedTable } from "../statistics/released-table.ts";

/** The yearly figures of a helpline as they were released: never changed. A correction is the year's next release. */
export const statisticsReleases = handreiking.table(
  "statistics_release",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id")
      .notNull()
      .references(() => participants.id),
    year: integer("year").notNull(),
    number: integer("number").notNull(),
    /** Null where it was released at the server. */
    releasedBy: uuid("released_by"),
    releasedAt: time("released_at").notNull(),
    /** What is published. */
    tables: jsonb("tables").$type<ReleasedTable[]>().notNull(),
    /** Every count, what is withheld included: for the audit of the year's next release, and for nobody to read. */
    counts: jsonb("counts").$type<Record<string, number>>().notNull(),
    /** What is published as a JWS of the service. */
    statement: text("statement").notNull(),
  },
  (t) => [
    unique("statistics_release_number").on(t.participantId, t.year, t.number),
    foreignKey({
      name: "statistics_release_member",
      columns: [t.releasedBy, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    check("statistics_release_year", sql`year between 2000 and 2100 and number >= 1`),
    ...ownTable(t.participantId),
  ],
);

export type ReleaseRow = typeof statisticsReleases.$inferSelect;
