import { foreignKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, keys, ownTable } from "../../platform/database/table.ts";
import { cases } from "./case.ts";

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
