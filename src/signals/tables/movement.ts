import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, text, unique, uuid } from "drizzle-orm/pg-core";
import { members } from "../../identity/schema.ts";
import { bytes, handreiking, keys, list, ownTable, time } from "../../platform/database/table.ts";
import { movementBases, movementKinds, sizeBands } from "../codes.ts";

/** A movement or closed group as a helpline knows it: codes, and its name sealed under a key of its own. */
export const movements = handreiking.table(
  "movement",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    /** What colleagues call it by, in place of its name. */
    code: text("code").notNull(),
    kind: text("kind", { enum: movementKinds }).notNull(),
    basis: text("basis", { enum: movementBases }).notNull(),
    sizeBand: text("size_band", { enum: sizeBands }).notNull(),
    sealed: bytes("sealed").notNull(),
    /** HMAC of the name as it is compared: finds exactly that name, and tells none. */
    nameFingerprint: text("name_fingerprint").notNull(),
    /** The one that it turned out to be. */
    mergedInto: uuid("merged_into"),
    registeredBy: uuid("registered_by").notNull(),
    registeredAt: time("registered_at").notNull(),
    standing: boolean("standing").notNull().generatedAlwaysAs(sql`merged_into is null`),
    // True in a merged one, else null: then the key onto the survivor asks nothing.
    needsStanding: boolean("needs_standing").generatedAlwaysAs(
      sql`case when merged_into is not null then true end`,
    ),
  },
  (t) => [
    unique("movement_code").on(t.participantId, t.code),
    unique("movement_name").on(t.participantId, t.nameFingerprint),
    unique("movement_participant").on(t.id, t.participantId),
    unique("movement_standing").on(t.id, t.participantId, t.standing),
    index("movement_merged").on(t.mergedInto),
    foreignKey({
      name: "movement_registrar",
      columns: [t.registeredBy, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    check(
      "movement_codes",
      sql`kind in (${list(movementKinds)}) and basis in (${list(movementBases)}) and size_band in (${list(sizeBands)})`,
    ),
    check("movement_religious", sql`kind <> 'religious' or basis = 'religious'`),
    check("movement_not_itself", sql`merged_into <> id`),
    ...ownTable(t.participantId),
  ],
);

/** That two movements turned out to be one, as it was said; added to, never changed. */
export const movementMergers = handreiking.table(
  "movement_merger",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    movementId: uuid("movement_id").notNull(),
    intoId: uuid("into_id").notNull(),
    mergedBy: uuid("merged_by").notNull(),
    at: time("at").notNull(),
  },
  (t) => [
    index("movement_merger_of").on(t.movementId),
    index("movement_merger_into").on(t.intoId),
    foreignKey({
      name: "movement_merger_movement",
      columns: [t.movementId, t.participantId],
      foreignColumns: [movements.id, movements.participantId],
    }),
    foreignKey({
      name: "movement_merger_survivor",
      columns: [t.intoId, t.participantId],
      foreignColumns: [movements.id, movements.participantId],
    }),
    foreignKey({
      name: "movement_merger_member",
      columns: [t.mergedBy, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    ...ownTable(t.participantId),
  ],
);

/** The data key of a movement, wrapped: what its name and the notes of its signals are sealed with. */
export const movementKeys = keys.table(
  "movement_key",
  {
    movementId: uuid("movement_id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    wrapped: bytes("wrapped").notNull(),
    kekId: text("kek_id").notNull(),
  },
  (t) => [
    foreignKey({
      name: "movement_key_movement",
      columns: [t.movementId, t.participantId],
      foreignColumns: [movements.id, movements.participantId],
    }).onDelete("cascade"),
    ...ownTable(t.participantId),
  ],
);

export type MovementRow = typeof movements.$inferSelect;
