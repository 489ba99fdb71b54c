import { sql } from "drizzle-orm";
import { actingMember } from "../../../permissions.ts";
import type { Context, Database } from "../../../platform/context.ts";
import { rows } from "../../../platform/database/transact.ts";
import type { NextStep, Todo } from "../../../platform/todo.ts";

export const overrideRequestTaskKinds = {
  "answer-override-request": ["getOverride", "GET", "/v1/overrides/{id}"],
} as const satisfies Record<string, NextStep>;
type Kind = keyof typeof overrideRequestTaskKinds;

/** What the acting counsellor was asked to decide on at once, or everybody was: since when it waits. */
export async function listOverrideRequestTodos(tx: Database, ctx: Context): Promise<Todo<Kind>[]> {
  const me = sql`${actingMember(ctx)}::uuid`;
  const now = sql`${ctx.now().toISOString()}::timestamptz`;
  const asked = await rows<{ id: string; ground: string; since: string }>(
    tx,
    sql`select override.id, ground, min(asked_at) as since
      from handreiking.override_request as request join handreiking.override on override.id = override_id
      where override.participant_id = ${ctx.actor.participantId}::uuid and made_by <> ${me}
        and coalesce(member_id, ${me}) = ${me} and asked_at >= coalesce(objected_at, made_at)
        and ended_at is null and expires_at > ${now}
        and (reviewed_at is not null or coalesce(review_due_at > ${now}, true))
        and (objected_at is not null and objection_decided_at is null
          or needs_approval and approved_at is null or review_due_at is not null and reviewed_at is null)
      group by override.id, ground`,
  );
  return asked.map(({ id, ground, since }) => ({
    kind: "answer-override-request",
    subjectId: id,
    why: ground,
    dueAt: new Date(since),
    since: new Date(since),
    acute: true,
  }));
}
