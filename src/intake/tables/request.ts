import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, integer, text, unique, uuid } from "drizzle-orm/pg-core";
import { languages, relations } from "../../cases/index.ts";
import { cases } from "../../cases/schema.ts";
import { urgencies } from "../../handoff/index.ts";
import { members } from "../../identity/schema.ts";
import { bytes, handreiking, keys, list, ownTable, time } from "../../platform/database/table.ts";
import { doors, requestChannels, requestEndings, requestStates } from "../codes.ts";

/** Somebody who asks to be called back, before there is a case: codes, and what they told, sealed under its own key. */
export const callbackRequests = handreiking.table(
  "callback_request",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    /** Read out to whoever asks; it only locates. */
    reference: text("reference").notNull(),
    door: text("door", { enum: doors }).notNull(),
    state: text("state", { enum: requestStates }).notNull(),
    /** Only ever rises. */
    urgency: text("urgency", { enum: urgencies }).notNull(),
    language: text("language", { enum: languages }).notNull(),
    relation: text("relation", { enum: relations }),
    /** Terms of the taxonomies. */
    topics: text("topics").array().notNull(),
    channel: text("channel", { enum: requestChannels }),
    /** When an anonymous caller makes contact again themselves. */
    agreedAt: time("agreed_at"),
    /** Whether the sealed part holds a number or an address of theirs. */
    reachable: boolean("reachable").notNull(),
    /** Name, how and when they are reached, what they told: as JSON. */
    sealed: bytes("sealed"),
    /** By which an anonymous caller proves who they are: a slow hash, sealed besides. */
    codeWord: bytes("code_word"),
    /** Wrong words since the last right one. */
    codeWordFailures: integer("code_word_failures").notNull(),
    revision: uuid("revision").notNull(),
    takenBy: uuid("taken_by"),
    receivedAt: time("received_at").notNull(),
    /** The case that it became. */
    caseId: uuid("case_id"),
    endedAt: time("ended_at"),
    endReason: text("end_reason", { enum: requestEndings }),
    /** Since when nothing of what they told is left here. */
    letGoAt: time("let_go_at"),
  },
  (t) => [
    unique("callback_request_reference").on(t.participantId, t.reference),
    unique("callback_request_participant").on(t.id, t.participantId),
    unique("callback_request_of_case").on(t.caseId),
    index("callback_request_open").on(t.participantId, t.receivedAt, t.id).where(sql`state <> 'ended'`),
    index("callback_request_kept").on(t.participantId, t.receivedAt).where(sql`let_go_at is null`),
    foreignKey({
      name: "callback_request_case",
      columns: [t.caseId, t.participantId],
      foreignColumns: [cases.id, cases.participantId],
    }).onDelete("cascade"),
    foreignKey({
      name: "callback_request_taker",
      columns: [t.takenBy, t.participantId],
      foreignColumns: [members.id, members.participantId],
    }),
    check(
      "callback_request_codes",
      sql`door in (${list(doors)}) and state in (${list(requestStates)}) and urgency in (${list(urgencies)})
        and language in (${list(languages)}) and (relation is null or relation in (${list(relations)}))
        and (channel is null or channel in (${list(requestChannels)}))`,
    ),
    check(
      "callback_request_topics",
      sql`cardinality(topics) <= 10 and array_to_string(topics, ',') ~ '^([a-z0-9-]{1,60}(,[a-z0-9-]{1,60})*)?$'`,
    ),
    check(
      "callback_request_end",
      sql`num_nonnulls(ended_at, end_reason) = case when state = 'ended' then 2 else 0 end and end_reason in (${list(requestEndings)})`,
    ),
    check(
      "callback_request_became_case",
      sql`(case_id is null) = (end_reason is null or end_reason <> 'became-case')`,
    ),
    check(
      "callback_request_let_go",
      sql`(sealed is null) = (let_go_at is not null) and (let_go_at is null or state = 'ended' and code_word is null)
        and (end_reason is null or end_reason <> 'became-case' or let_go_at is not null)`,
    ),
    check(
      "callback_request_anonymous",
      sql`(let_go_at is not null or num_nonnulls(agreed_at, code_word) in (0, 2)) and not (reachable and agreed_at is not null)`,
    ),
    check("callback_request_failures", sql`code_word_failures between 0 and 5`),
    ...ownTable(t.participantId),
  ],
);

/** The data key of a request, wrapped. */
export const requestKeys = keys.table(
  "request_key",
  {
    requestId: uuid("request_id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    wrapped: bytes("wrapped").notNull(),
    kekId: text("kek_id").notNull(),
  },
  (t) => [
    foreignKey({
      name: "request_key_request",
      columns: [t.requestId, t.participantId],
      foreignColumns: [callbackRequests.id, callbackRequests.participantId],
    }).onDelete("cascade"),
    ...ownTable(t.participantId),
  ],
);

export type RequestRow = typeof callbackRequests.$inferSelect;
