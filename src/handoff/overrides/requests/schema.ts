import { foreignKey, index, uuid } from "drizzle-orm/pg-core";
import { members } from "../../../identity/index.ts";
import { handreiking, ownTable, time } from "../../../platform/database/table.ts";
import { overrides } from "../../tables/override.ts";

/** Who was asked to decide on an override at once: one colleague, or everybody who can. */
export const overrideRequests = handreiking.table(
  "override_request",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    overrideId: uuid("override_id").notNull(),
    /** Null for everybody who can decide. */
    memberId: uuid("member_id"),
    askedBy: uuid("asked_by").notNull(),
    askedAt: time("asked_at").notNull(),
  },
  (t) => [
    index("override_request_of").on(t.overrideId, t.askedAt),
    foreignKey({
      name: "override_request_override",
      columns: [t.overrideId, t.participantId],
      foreignColumns: [overrides.id, overrides.participantId],
    }).onDelete("cascade"),
    ...[["override_request_asker", t.askedBy] as const, ["override_request_asked", t.memberId] as const].map(
      ([name, member]) =>
        foreignKey({
          name,
          columns: [member, t.participantId],
          foreignColumns: [members.id, members.participantId],
        }),
    ),
    ...ownTable(t.participantId),
  ],
);

export type OverrideRequestRow = typeof overrideRequests.$inferSelect;
