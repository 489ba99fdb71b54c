import { sql } from "drizzle-orm";
import { bigint, customType, index, jsonb, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { handreiking, publicLog, time } from "../../platform/database/table.ts";

const transactionId = customType<{ data: string }>({ dataType: () => "xid8" });

const changes = ["created", "changed", "deleted"] as const;

/** Every version of every record of the directory, written by triggers: whoever changed it, and however. */
export const directoryVersions = handreiking.table(
  "directory_version",
  {
    id: uuid("id").primaryKey().default(sql`gen_random_uuid()`),
    /** The order of writing. */
    position: bigint("position", { mode: "number" }).generatedAlwaysAsIdentity(),
    /** The record's table. */
    entity: text("entity").notNull(),
    recordId: uuid("record_id").notNull(),
    /** The entry that it is part of: organization, service, location, taxonomy, taxonomy_term or unit. */
    rootEntity: text("root_entity"),
    rootId: uuid("root_id"),
    change: text("change", { enum: changes }).notNull(),
    /** The columns that a change changed. */
    fields: text("fields").array(),
    /** The row, as it is from then on; of a deleted one as it was last. */
    content: jsonb("content").$type<Record<string, unknown>>().notNull(),
    at: time("at").notNull(),
    participantId: uuid("participant_id"),
    actorKind: text("actor_kind", { enum: ["member", "client", "job"] }),
    actorId: uuid("actor_id"),
    onBehalfOf: uuid("on_behalf_of"),
  },
  (t) => [
    index("directory_version_of").on(t.rootId, t.position),
    index("directory_version_of_record").on(t.recordId, t.position),
    ...publicLog(),
  ],
);

/** Which entry changed, once a transaction, for the changes feed. Numbered after commit by `number_directory_changes`. */
export const directoryChanges = handreiking.table(
  "directory_change",
  {
    id: uuid("id").primaryKey().default(sql`gen_random_uuid()`),
    entity: text("entity").notNull(),
    recordId: uuid("record_id").notNull(),
    change: text("change", { enum: changes }).notNull(),
    at: time("at").notNull(),
    /** Ids of transactions begin anew in a restored database: it only tells what one has already told. */
    transaction: transactionId("transaction").notNull().default(sql`pg_current_xact_id()`),
    number: bigint("number", { mode: "number" }),
  },
  (t) => [
    unique("directory_change_number").on(t.number),
    uniqueIndex("directory_change_unnumbered")
      .on(t.transaction, t.entity, t.recordId)
      .where(sql`number is null`),
    ...publicLog(),
  ],
);
