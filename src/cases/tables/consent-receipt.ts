import { foreignKey, unique, uuid } from "drizzle-orm/pg-core";
import { handreiking, ownTable, time } from "../../platform/database/table.ts";
import { consents } from "./consent.ts";

/** The pseudonym under which a consent is proved to others: its id tells nothing of consent, case or caller. */
export const consentReceipts = handreiking.table(
  "consent_receipt",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    consentId: uuid("consent_id").notNull(),
    firstIssuedAt: time("first_issued_at").notNull(),
  },
  (t) => [
    unique("consent_receipt_once").on(t.consentId),
    foreignKey({
      name: "consent_receipt_consent",
      columns: [t.consentId, t.participantId],
      foreignColumns: [consents.id, consents.participantId],
    }),
    ...ownTable(t.participantId),
  ],
);
