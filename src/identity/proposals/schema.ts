import { sql } from "drizzle-orm";
import { check, foreignKey, index, jsonb, text, uuid } from "drizzle-orm/pg-core";
import { handreiking, ownTable, time } from "../../platform/database/table.ts";
import { members, participants } from "../tables/participant.ts";
import { proposalKinds } from "./kinds.ts";

export const decisions = ["confirmed", "rejected", "withdrawn"] as const;

/** A change that gives power and waits for a second person. */
export const proposals = handreiking.table(
  "proposal",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id")
      .notNull()
      .references(() => participants.id),
    kind: text("kind", { enum: proposalKinds }).notNull(),
    /** What is changed; of what is new, once it is there. */
    subjectId: uuid("subject_id"),
    /** As the operation took it. */
    content: jsonb("content").$type<Record<string, unknown>>().notNull(),
    /** What stood there when it was proposed. */
    before: jsonb("before").$type<Record<string, unknown>>(),
    proposedBy: uuid("proposed_by").notNull(),
    /** The system that named the person, where no session did. */
    proposedThrough: uuid("proposed_through"),
    proposedAt: time("proposed_at").notNull(),
    expiresAt: time("expires_at").notNull(),
    decision: text("decision", { enum: decisions }),
    decidedBy: uuid("decided_by"),
    decidedThrough: uuid("decided_through"),
    decidedAt: time("decided_at"),
  },
  (t) => [
    index("proposal_proposed").on(t.participantId, t.proposedAt, t.id),
    foreignKey({
      name: "proposal_proposer",
      columns: [t.proposedBy, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    foreignKey({
      name: "proposal_decider",
      columns: [t.decidedBy, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    check("proposal_kind", sql.raw(`kind in (${proposalKinds.map((kind) => `'${kind}'`).join(", ")})`)),
    check(
      "proposal_decided",
      sql`num_nonnulls(decision, decided_by, decided_at) in (0, 3) and decision in ('confirmed', 'rejected', 'withdrawn')`,
    ),
    // A system that vouches for the second person could be the first one: they are signed in.
    check(
      "proposal_second_person",
      sql`decision <> 'confirmed' or decided_by <> proposed_by and decided_through is null`,
    ),
    check("proposal_withdrawn", sql`(decision = 'withdrawn') = (decided_by = proposed_by)`),
    check(
      "proposal_times",
      sql`expires_at > proposed_at and (decision <> 'confirmed' or decided_at < expires_at and subject_id is not null)`,
    ),
    ...ownTable(t.participantId),
  ],
);

export type ProposalRow = typeof proposals.$inferSelect;
