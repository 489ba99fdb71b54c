import { sql } from "drizzle-orm";
import { check, foreignKey, index, unique, uuid } from "drizzle-orm/pg-core";
import { members } from "../../identity/schema.ts";
import { handreiking, ownTable, time } from "../../platform/database/table.ts";

/** That a colleague stands in for a counsellor on leave: begins and ends by itself, and may be ended early. */
export const covers = handreiking.table(
  "cover",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    memberId: uuid("member_id").notNull(),
    coveredBy: uuid("covered_by").notNull(),
    startsAt: time("starts_at").notNull(),
    endsAt: time("ends_at").notNull(),
    arrangedBy: uuid("arranged_by").notNull(),
    arrangedAt: time("arranged_at").notNull(),
    endedAt: time("ended_at"),
  },
  (t) => [
    unique("cover_participant").on(t.id, t.participantId),
    index("cover_of_stand_in").on(t.coveredBy, t.endsAt),
    foreignKey({
      name: "cover_member",
      columns: [t.memberId, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    foreignKey({
      name: "cover_stand_in",
      columns: [t.coveredBy, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    foreignKey({
      name: "cover_arranger",
      columns: [t.arrangedBy, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    check("cover_two_persons", sql`covered_by <> member_id`),
    // Nobody opens a colleague's cases to themselves: taking over takes a reason, and the owner is told.
    check("cover_given", sql`covered_by <> arranged_by`),
    check("cover_length", sql`ends_at > starts_at and ends_at <= starts_at + interval '93 days'`),
    ...ownTable(t.participantId),
  ],
);

export type CoverRow = typeof covers.$inferSelect;
