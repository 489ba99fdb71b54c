import { sql } from "drizzle-orm";
import { bigint, check, index, text, unique, uuid } from "drizzle-orm/pg-core";
import { handreiking, ownTable, policy, time } from "../platform/database/table.ts";

/** What happened, for one participant's feed: ids only. Numbered after commit by `number_events`. */
export const events = handreiking.table(
  "event",
  {
    id: uuid("id").primaryKey(),
    /** Whose feed. */
    participantId: uuid("participant_id").notNull(),
    type: text("type").notNull(),
    subjectId: uuid("subject_id").notNull(),
    at: time("at").notNull(),
    /** The audit entry of the move that it tells of. */
    moveId: uuid("move_id"),
    /** The parties, where it tells of a referral: the only way into another's feed. */
    referralId: uuid("referral_id"),
    senderId: uuid("sender_id"),
    recipientId: uuid("recipient_id"),
    seq: bigint("seq", { mode: "number" }),
  },
  (t) => [
    unique("event_seq").on(t.participantId, t.seq),
    unique("event_move").on(t.moveId, t.participantId),
    index("event_unnumbered").on(t.participantId).where(sql`seq is null`),
    check("event_parties", sql`num_nonnulls(referral_id, sender_id, recipient_id) in (0, 3)`),
    check("event_feed", sql`referral_id is null or participant_id in (sender_id, recipient_id)`),
    ...ownTable(t.participantId),
    policy("own_told_by_other_party", {
      for: "insert",
      withCheck: sql`referral_id is not null and seq is null and (select handreiking.actor_participant()) in (sender_id, recipient_id)`,
    }),
    policy("own_asked_to_verify", {
      for: "insert",
      withCheck: sql`type = 'verification.requested' and num_nonnulls(referral_id, seq) = 0 and (select handreiking.actor_is_operator())
        and exists (select from handreiking.verification_request as request
          where request.organization_id = event.subject_id and request.participant_id = event.participant_id)`,
    }),
    policy("own_told_of_correction", {
      for: "insert",
      withCheck: sql`type in ('correction.proposed', 'correction.accepted', 'correction.refused') and num_nonnulls(referral_id, seq) = 0
        and exists (select from handreiking.correction where correction.id = event.subject_id
          and event.type = 'correction.' || correction.state
          and case correction.state when 'proposed' then correction.participant_id else correction.decided_by end
            = (select handreiking.actor_participant())
          and case correction.state when 'proposed'
            then exists (select from handreiking.organization_participant as link
                where link.organization_id = correction.organization_id and link.participant_id = event.participant_id)
              or exists (select from handreiking.participant where participant.id = event.participant_id and operator)
            else correction.participant_id = event.participant_id end)`,
    }),
  ],
);
