import { sql } from "drizzle-orm";
import { check, foreignKey, index, text, unique, uuid } from "drizzle-orm/pg-core";
import { handreiking, ownTable, time } from "../../platform/database/table.ts";
import { members } from "../tables/participant.ts";

export const signInMethods = ["oidc", "passkey", "demo"] as const;
export type SignInMethod = (typeof signInMethods)[number];

/** A member who is signed in with one browser. Found by its token's hash: the token itself is nowhere kept. */
export const sessions = handreiking.table(
  "session",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    memberId: uuid("member_id").notNull(),
    tokenHash: text("token_hash").notNull(),
    method: text("method", { enum: signInMethods }).notNull(),
    startedAt: time("started_at").notNull(),
    /** Its last request, to the minute. */
    seenAt: time("seen_at").notNull(),
    expiresAt: time("expires_at").notNull(),
    endedAt: time("ended_at"),
  },
  (t) => [
    unique("session_token").on(t.tokenHash),
    index("session_member").on(t.memberId, t.startedAt),
    index("session_expires").on(t.expiresAt),
    check(
      "session_method",
      sql`method in ('oidc', 'passkey', 'demo') and length(token_hash) = 43 and expires_at > started_at`,
    ),
    foreignKey({
      name: "session_member",
      columns: [t.memberId, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    ...ownTable(t.participantId),
  ],
);

/** Its token's hash is written and compared by the database, never read. */
export type SessionRow = Omit<typeof sessions.$inferSelect, "tokenHash">;
