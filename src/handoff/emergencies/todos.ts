import { sql } from "drizzle-orm";
import { actingMember } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import type { NextStep, Todo } from "../../platform/todo.ts";

export const emergencyTaskKinds = {
  "review-emergency": ["reviewEmergency", "POST", "/v1/emergencies/{id}/review"],
  "overdue-emergency": ["listColleagues", "GET", "/v1/colleagues?role=counsellor"],
} as const satisfies Record<string, NextStep>;
type Kind = keyof typeof emergencyTaskKinds;

interface Waiting {
  id: string;
  told: string;
  dueAt: string;
  since: string;
}

const present =
  (kind: Kind) =>
  ({ id, told, dueAt, since }: Waiting): Todo<Kind> => ({
    kind,
    subjectId: id,
    why: told,
    dueAt: new Date(dueAt),
    since: new Date(since),
  });

const unreviewed = (ctx: Context) => sql`select id, told, review_due_at as "dueAt", recorded_at as since
  from handreiking.emergency where participant_id = ${ctx.actor.participantId}::uuid and reviewed_at is null`;

/** What every counsellor may look at, but the one who wrote it. */
export const listEmergencyTodos = async (tx: Database, ctx: Context): Promise<Todo<Kind>[]> =>
  (await rows<Waiting>(tx, sql`${unreviewed(ctx)} and recorded_by <> ${actingMember(ctx)}::uuid`)).map(
    present("review-emergency"),
  );

/** What nobody looked at in time: by id, for a coordinator to ask a counsellor. */
export const listOverdueEmergencies = async (tx: Database, ctx: Context): Promise<Todo<Kind>[]> =>
  (
    await rows<Waiting>(
      tx,
      sql`${unreviewed(ctx)} and review_due_at <= ${ctx.now().toISOString()}::timestamptz`,
    )
  ).map(present("overdue-emergency"));
