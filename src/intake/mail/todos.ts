import { and, eq, lte, sql } from "drizzle-orm";
import type { Permission } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import type { NextStep, TodoSource } from "../../platform/todo.ts";
import { mailboxWatches } from "../schema.ts";

export const mailTaskKinds = {
  "read-mail": ["getRequest", "GET", "/v1/callback-requests/{id}"],
  "failing-mailbox": ["getMailbox", "GET", "/v1/mailbox"],
} as const satisfies Record<string, NextStep>;

/** Requests to which mails were added that nobody has read yet. */
async function listMailTodos(tx: Database, ctx: Context) {
  const found = await rows<{ id: string; first: string; acute: boolean }>(
    tx,
    sql`select request_id as id, min(mail.received_at) as first, bool_or(request.urgency = 'acute') as acute
      from handreiking.mail join handreiking.callback_request as request on request.id = request_id
      where mail.participant_id = ${ctx.actor.participantId}::uuid and added and noticed_at is null
        and request.let_go_at is null
      group by request_id`,
  );
  return found.map(({ id, first, acute }) => ({
    kind: "read-mail" as const,
    subjectId: id,
    why: acute ? "acute" : "added",
    dueAt: new Date(first),
  }));
}

const patience = 60 * 60_000;

/** A mailbox that has been failing for an hour: who mailed since waits unseen. */
async function listFailing(tx: Database, ctx: Context) {
  const since = new Date(ctx.now().getTime() - patience);
  const failing = await tx
    .select({ failingSince: mailboxWatches.failingSince })
    .from(mailboxWatches)
    .where(
      and(eq(mailboxWatches.participantId, ctx.actor.participantId), lte(mailboxWatches.failingSince, since)),
    );
  return failing.flatMap(({ failingSince }) =>
    failingSince
      ? [
          {
            kind: "failing-mailbox" as const,
            subjectId: ctx.actor.participantId,
            why: "failing",
            dueAt: new Date(failingSince.getTime() + patience),
          },
        ]
      : [],
  );
}

export const mailTodos = [
  { permission: "requests", list: listMailTodos },
  { permission: "overdue:read", list: listFailing },
] as const satisfies readonly TodoSource<Permission, keyof typeof mailTaskKinds>[];
