import { sql } from "drizzle-orm";
import { type Permission, personOf } from "../permissions.ts";
import type { Context, Database } from "../platform/context.ts";
import { rows } from "../platform/database/transact.ts";
import type { NextStep, Todo, TodoSource } from "../platform/todo.ts";

export const taskKinds = {
  "review-signal": ["reviewSignal", "POST", "/v1/signals/{id}/reviews"],
} as const satisfies Record<string, NextStep>;
type Kind = keyof typeof taskKinds;

/** Signals that a colleague registered and nobody has looked at, within a week. */
async function listReviews(tx: Database, ctx: Context): Promise<Todo<Kind>[]> {
  const person = personOf(ctx.actor);
  if (!person) return [];
  const found = await rows<{ id: string; dueAt: string }>(
    tx,
    sql`select id, registered_at + interval '7 days' as "dueAt" from handreiking.signal
      where participant_id = ${ctx.actor.participantId}::uuid and registered_by <> ${person}::uuid
        and not exists (select from handreiking.signal_review where signal_id = signal.id)
      order by registered_at, id limit 201`,
  );
  return found.map(({ id, dueAt }) => ({
    kind: "review-signal",
    subjectId: id,
    why: "unreviewed",
    dueAt: new Date(dueAt),
  }));
}

export const todos = [{ permission: "signals", list: listReviews }] as const satisfies readonly TodoSource<
  Permission,
  Kind
>[];
