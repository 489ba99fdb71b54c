import { sql } from "drizzle-orm";
import { boolean, check, foreignKey, index, text, unique, uuid } from "drizzle-orm/pg-core";
import { participants } from "../../identity/schema.ts";
import { handreiking, list, ownTable, time } from "../../platform/database/table.ts";
import { mailKinds } from "../mail/kind.ts";
import { callbackRequests } from "./request.ts";

const isFingerprint = (column: string) => `${column} ~ '^[A-Za-z0-9_-]{43}$'`;

/** That a mail was taken, and into which request: what is in it is sealed there. */
export const mails = handreiking.table(
  "mail",
  {
    id: uuid("id").primaryKey(),
    participantId: uuid("participant_id").notNull(),
    requestId: uuid("request_id").notNull(),
    kind: text("kind", { enum: mailKinds }).notNull(),
    /** By which the same mail is known when it comes again: keyed fingerprints, which tell nothing. */
    print: text("print").notNull(),
    /** Of its Message-ID, which answers name. */
    idPrint: text("id_print"),
    senderPrint: text("sender_print"),
    /** Whether it came to a request that there was already. */
    added: boolean("added").notNull(),
    receivedAt: time("received_at").notNull(),
    /** When somebody first read the request since; only of one that was added. */
    noticedAt: time("noticed_at"),
  },
  (t) => [
    unique("mail_once").on(t.participantId, t.print),
    index("mail_answered").on(t.participantId, t.idPrint),
    index("mail_of_request").on(t.requestId),
    index("mail_not_noticed").on(t.participantId).where(sql`added and noticed_at is null`),
    foreignKey({
      name: "mail_request",
      columns: [t.requestId, t.participantId],
      foreignColumns: [callbackRequests.id, callbackRequests.participantId],
    }).onDelete("cascade"),
    check("mail_kind", sql`kind in (${list(mailKinds)})`),
    check(
      "mail_prints",
      sql.raw(
        `${isFingerprint("print")} and (id_print is null or ${isFingerprint("id_print")}) and (sender_print is null or ${isFingerprint("sender_print")})`,
      ),
    ),
    check("mail_noticed", sql`noticed_at is null or added and noticed_at >= received_at`),
    ...ownTable(t.participantId),
  ],
);

/** A mailbox that is looked into: by one instance at a time, and since when in vain. */
export const mailboxWatches = handreiking.table(
  "mailbox_watch",
  {
    participantId: uuid("participant_id")
      .primaryKey()
      .references(() => participants.id),
    /** Until then somebody is at it. */
    claimedUntil: time("claimed_until"),
    claim: uuid("claim"),
    /** When it was last looked through to its end. */
    emptiedAt: time("emptied_at"),
    failingSince: time("failing_since"),
  },
  (t) => [
    check("mailbox_watch_claim", sql`num_nonnulls(claimed_until, claim) in (0, 2)`),
    ...ownTable(t.participantId),
  ],
);
