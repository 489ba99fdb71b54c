import { sql } from "drizzle-orm";
import { foreignKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, keys, policy } from "../../platform/database/table.ts";
import { referrals } from "./referral.ts";

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
