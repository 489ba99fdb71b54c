import { sql } from "drizzle-orm";
import { foreignKey, text, uuid } from "drizzle-orm/pg-core";
import { cases } from "../../cases/tables/case.ts";
import { bytes, keys, ownTable, policy } from "../../platform/database/table.ts";
import { referrals } from "./referral.ts";

/** The data key of a case, wrapped: what its personal data is sealed with. */
export const caseKeys = keys.table(
  "case_key",
  {
    caseId: uuid("case_id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    wrapped: bytes("wrapped").notNull(),
    kekId: text("kek_id").notNull(),
  },
  (t) => [
    foreignKey({
      name: "case_key_case",
      columns: [t.caseId, t.participantId],
      foreignColumns: [cases.id, cases.participantId],
    }).onDelete("cascade"),
    ...ownTable(t.participantId),
  ],
);

const actor = sql`(select handreiking.actor_participant())`;

/** The data key of a referral's disclosure, wrapped: its recipient takes it through a function that writes the look down. */
export const disclosureKeys = keys.table(
  "disclosure_key",
  {
    referralId: uuid("referral_id").primaryKey(),
    senderId: uuid("sender_id").notNull(),
    recipientId: uuid("recipient_id").notNull(),
    wrapped: bytes("wrapped").notNull(),
    kekId: text("kek_id").notNull(),
  },
  (t) => [
    foreignKey({
      name: "disclosure_key_referral",
      columns: [t.referralId, t.senderId, t.recipientId],
      foreignColumns: [referrals.id, referrals.senderId, referrals.recipientId],
    }).onDelete("cascade"),
    policy("two_party_sent", {
      using: sql`${t.senderId} = ${actor}`,
      withCheck: sql`${t.senderId} = ${actor}`,
    }),
  ],
);
