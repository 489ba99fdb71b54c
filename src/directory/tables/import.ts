import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { handreiking, ownTable, time } from "../../platform/database/table.ts";

const bytes = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

/** `receiving`: its body still arrives. The others are the life of an import that has arrived whole. */
export const importStates = ["receiving", "received", "running", "finished", "refused", "failed"] as const;

/** An import that was sent: a row that can be seen, and that whoever is free brings in. */
export const directoryImports = handreiking.table(
  "directory_import",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    source: text("source").notNull(),
    keepValid: boolean("keep_valid").notNull(),
    dryRun: boolean("dry_run").notNull(),
    state: text("state", { enum: importStates }).notNull(),
    size: bigint("size", { mode: "number" }).notNull(),
    /** How often it was begun: what fails with its process is not begun for ever. */
    attempts: integer("attempts").notNull(),
    elements: integer("elements"),
    records: jsonb("records").$type<Record<string, number>>(),
    changed: integer("changed"),
    repairs: integer("repairs"),
    refusals: integer("refusals"),
    findingsLeftOut: integer("findings_left_out"),
    receivedAt: time("received_at").notNull(),
    startedAt: time("started_at"),
    finishedAt: time("finished_at"),
  },
  (t) => [
    unique("directory_import_of").on(t.id, t.participantId),
    index("directory_import_latest").on(t.participantId, t.receivedAt, t.id),
    index("directory_import_open")
      .on(t.receivedAt, t.id)
      .where(sql`state in ('receiving', 'received', 'running')`),
    check(
      "directory_import_state",
      sql`state in ('receiving', 'received', 'running', 'finished', 'refused', 'failed')`,
    ),
    ...ownTable(t.participantId),
  ],
);

/** What was sent, piece by piece, until it is brought in. */
export const importParts = handreiking.table(
  "import_part",
  {
    importId: uuid("import_id").notNull(),
    participantId: uuid("participant_id").notNull(),
    place: integer("place").notNull(),
    bytes: bytes("bytes").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.place] }),
    foreignKey({
      name: "import_part_of",
      columns: [t.importId, t.participantId],
      foreignColumns: [directoryImports.id, directoryImports.participantId],
    }).onDelete("cascade"),
    ...ownTable(t.participantId),
  ],
);

/** The lines of an import's report. */
export const importFindings = handreiking.table(
  "import_finding",
  {
    importId: uuid("import_id").notNull(),
    participantId: uuid("participant_id").notNull(),
    place: integer("place").notNull(),
    row: integer("row").notNull(),
    entity: text("entity").notNull(),
    field: text("field").notNull(),
    valueClass: text("value_class").notNull(),
    kind: text("kind", { enum: ["repair", "refusal"] }).notNull(),
    reason: text("reason").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.place] }),
    foreignKey({
      name: "import_finding_of",
      columns: [t.importId, t.participantId],
      foreignColumns: [directoryImports.id, directoryImports.participantId],
    }).onDelete("cascade"),
    ...ownTable(t.participantId),
  ],
);
