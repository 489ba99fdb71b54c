import { sql } from "drizzle-orm";
import { actingMember } from "../permissions.ts";
import { dayOf, startOfDay, workingDaysLater } from "../platform/calendar.ts";
import type { Context, Database } from "../platform/context.ts";
import { rows } from "../platform/database/transact.ts";
import type { NextStep, Todo } from "../platform/todo.ts";

export const questionTaskKinds = {
  "see-to-question": ["planNextAction", "PUT", "/v1/help-questions/{id}/next-action"],
} as const satisfies Record<string, NextStep>;
type Kind = keyof typeof questionTaskKinds;

interface Open {
  id: string;
  why: string;
  /** The day of its next action; null where nothing is planned and nothing goes on. */
  nextActionOn: string | null;
  since: string;
}

/**
 * The open needs of callers that the acting member sees to: whose day has come, and those that would be forgotten, for
 * nobody planned anything and no handoff goes on. Those are planned or ended by the next working day.
 */
export async function listQuestionTodos(tx: Database, ctx: Context): Promise<Todo<Kind>[]> {
  const open = await rows<Open>(
    tx,
    sql`select question.id, next_action_on::text as "nextActionOn",
        coalesce(next_action, case last.state when 'completed' then 'completed' else 'nothing-planned' end) as why,
        greatest(question.changed_at, last.ended_at) as since
      from handreiking.help_question as question
        join handreiking."case" on "case".id = question.case_id
        join handreiking.member on member.id = question.owner_id
        left join lateral (
          select state, ended, ended_at from handreiking.referral
          where help_question_id = question.id order by ended, ended_at desc limit 1) as last on true
      where question.participant_id = ${ctx.actor.participantId}::uuid and question.ended_at is null
        and ${actingMember(ctx)}::uuid
          = case when member.suspended_at is null then question.owner_id else "case".owner_id end
        and case when next_action is null then coalesce(last.ended, true)
          else next_action_on <= ${dayOf(ctx.now())}::date end`,
  );
  return open.map(({ id, why, nextActionOn, since }) => ({
    kind: "see-to-question",
    subjectId: id,
    why,
    dueAt: nextActionOn ? startOfDay(nextActionOn, { days: 1 }) : workingDaysLater(new Date(since), 1),
    since: new Date(since),
  }));
}
