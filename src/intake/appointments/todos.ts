import { sql } from "drizzle-orm";
import { actingMember, type Permission } from "../../permissions.ts";
import { calendarLater, dayOf, startOfDay, workingDaysLater } from "../../platform/calendar.ts";
import type { Context, Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import type { NextStep, Todo, TodoSource } from "../../platform/todo.ts";

/** What planning asks of somebody, and the operation that does it. */
export const planningTaskKinds = {
  "hold-appointment": ["getAppointment", "GET", "/v1/appointments/{id}"],
  "decide-missed-appointment": ["settleMissedAppointment", "POST", "/v1/appointments/{id}/settlement"],
  "reassign-appointment": ["reassignAppointment", "POST", "/v1/appointments/{id}/reassignment"],
  "overdue-appointment": ["getAppointment", "GET", "/v1/appointments/{id}"],
} as const satisfies Record<string, NextStep>;
type Kind = keyof typeof planningTaskKinds;

interface Told {
  subjectId: string;
  startsAt: string;
  endsAt: string;
  /** When a missed one was. */
  endedAt: string | null;
}

const columns = sql`appointment.id as "subjectId", appointment.starts_at as "startsAt",
  appointment.ends_at as "endsAt", appointment.ended_at as "endedAt"`;

/** A missed one waits until somebody settles it, plans another, or ends the request. */
const undecided = sql`appointment.state = 'missed' and settled_at is null
  and not exists (select from handreiking.appointment as next where next.participant_id = appointment.participant_id
    and (next.request_id = appointment.request_id or next.case_id = appointment.case_id)
    and next.planned_at >= appointment.ended_at)
  and not exists (select from handreiking.callback_request as request
    where request.id = appointment.request_id and request.state = 'ended' and request.case_id is null)`;

const moment = (time: Date) => sql`${time.toISOString()}::timestamptz`;
const tomorrow = (ctx: Context) => startOfDay(dayOf(ctx.now()), { days: 1 });

/** A counsellor's own day: what begins today, and what should have a conversation by now. */
async function listCounsellorTodos(tx: Database, ctx: Context): Promise<Todo<Kind>[]> {
  const today = startOfDay(dayOf(ctx.now()));
  const own = sql`appointment.participant_id = ${ctx.actor.participantId}::uuid
    and counsellor_id = ${actingMember(ctx)}::uuid`;
  const found = await rows<Told>(
    tx,
    sql`select ${columns} from handreiking.appointment
      where ${own} and (state = 'planned' and starts_at < ${moment(tomorrow(ctx))} or ${undecided})`,
  );
  return found.map(({ subjectId, startsAt, endedAt }) =>
    endedAt
      ? { kind: "decide-missed-appointment", subjectId, why: "missed", dueAt: new Date(endedAt) }
      : {
          kind: "hold-appointment",
          subjectId,
          why: new Date(startsAt) < today ? "no-conversation" : "today",
          dueAt: new Date(startsAt),
        },
  );
}

/** The day after an appointment, and one working day more. */
const forgottenAt = (ended: string): Date => workingDaysLater(calendarLater(new Date(ended), { days: 1 }), 1);

/** What its counsellor left undone, and what a leave leaves behind: ids and times only. */
async function listCoordinatorTodos(tx: Database, ctx: Context): Promise<Todo<Kind>[]> {
  const { participantId } = ctx.actor;
  const now = ctx.now();
  const forgotten = await rows<Told>(
    tx,
    sql`select ${columns} from handreiking.appointment
      where appointment.participant_id = ${participantId}::uuid
        and (state = 'planned' and ends_at < ${moment(now)} or ${undecided})`,
  );
  const uncovered = await rows<Told>(
    tx,
    sql`select ${columns} from handreiking.appointment
      where appointment.participant_id = ${participantId}::uuid and state = 'planned' and ends_at >= ${moment(now)}
        and exists (select from handreiking.availability_exception as leave
          where leave.counsellor_id = appointment.counsellor_id and kind = 'leave'
            and leave.starts_at < appointment.ends_at and appointment.starts_at < leave.ends_at)`,
  );
  return [
    ...forgotten
      .map(({ subjectId, endsAt, endedAt }) => ({
        kind: "overdue-appointment" as const,
        subjectId,
        why: endedAt ? "missed" : "no-conversation",
        dueAt: forgottenAt(endedAt ?? endsAt),
      }))
      .filter(({ dueAt }) => dueAt <= now),
    ...uncovered.map(({ subjectId, startsAt }) => ({
      kind: "reassign-appointment" as const,
      subjectId,
      why: "leave",
      dueAt: new Date(startsAt),
    })),
  ];
}

export const planningTodos = [
  { permission: "planning", personal: true, list: listCounsellorTodos },
  { permission: "overdue:read", list: listCoordinatorTodos },
] as const satisfies readonly TodoSource<Permission, Kind>[];
