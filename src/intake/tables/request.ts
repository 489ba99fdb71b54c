import { sql } from "drizzle-orm";
import { check, foreignKey, index, text, unique, uuid } from "drizzle-orm/pg-core";
import { cases } from "../../handoff/schema.ts";
import { bytes, handreiking, keys, list, ownTable, time } from "../../platform/table.ts";
import { doors, requestEndings, requestStates } from "../codes.ts";

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
    urgency: text("urgency", { enum: ["normal", "urgent", "acute"] }).notNull(),
    /** Name, how they are reached, what they told: as JSON; gone once the request has become a case. */
    sealed: bytes("sealed"),
    receivedAt: time("received_at").notNull(),
    /** The case that it became. */
    caseId: uuid("case_id"),
    endedAt: time("ended_at"),
    endReason: text("end_reason", { enum: requestEndings }),
  },
  (t) => [
    unique("callback_request_reference").on(t.participantId, t.reference),
    unique("callback_request_participant").on(t.id, t.participantId),
    index("callback_request_open").on(t.participantId, t.receivedAt).where(sql`state <> 'ended'`),
    foreignKey({
      name: "callback_request_case",
      columns: [t.caseId, t.participantId],
      foreignColumns: [cases.id, cases.participantId],
    }),
    check(
      "callback_request_codes",
      sql`door in (${list(doors)}) and state in (${list(requestStates)}) and urgency in ('normal', 'urgent', 'acute')`,
    ),
    check(
      "callback_request_end",
      sql`num_nonnulls(ended_at, end_reason) = case when state = 'ended' then 2 else 0 end and end_reason in (${list(requestEndings)})`,
    ),
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
