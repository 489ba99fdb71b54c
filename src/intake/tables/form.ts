import { boolean, uuid } from "drizzle-orm/pg-core";
import { participants } from "../../identity/schema.ts";
import { announcedTable, handreiking, time } from "../../platform/database/table.ts";

/** Whether a helpline takes requests from its own web form; without a row it does not. */
export const webForms = handreiking.table(
  "web_form",
  {
    participantId: uuid("participant_id")
      .primaryKey()
      .references(() => participants.id),
    open: boolean("open").notNull(),
    changedAt: time("changed_at").notNull(),
  },
  (t) => announcedTable(t.participantId),
);
