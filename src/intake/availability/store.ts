import { and, eq, sql } from "drizzle-orm";
import type { Context, Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import { fail } from "../../platform/http/problem.ts";
import type { Calendar } from "../appointments/slots.ts";
import { availabilities, availabilityExceptions, type ExceptionRow } from "../schema.ts";
import type { Interval } from "./intervals.ts";
import { exceptionNotFound, exceptionOver } from "./problems.ts";

export async function findAvailability(tx: Database, counsellorId: string) {
  const [row] = await tx.select().from(availabilities).where(eq(availabilities.counsellorId, counsellorId));
  return row;
}

/** The same, locked: whoever books this counsellor waits, and then sees what was booked. */
export async function claimAvailability(tx: Database, counsellorId: string) {
  const [row] = await tx
    .select()
    .from(availabilities)
    .where(eq(availabilities.counsellorId, counsellorId))
    .for("update");
  return row;
}

const milliseconds = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::bigint`);

/** Around a stretch of time, so that the days in which it begins and ends are whole, whatever the clock. */
const around = 36 * 3_600_000;
const timestamp = (moment: number) => sql`${new Date(moment).toISOString()}::timestamptz`;

/** When the helpline's counsellors work, or one of them, and what is taken of it near `range`: in one statement. */
export const listCalendars = (
  tx: Database,
  ctx: Context,
  range: Interval,
  counsellorId?: string,
): Promise<Calendar[]> => {
  const [from, until] = [timestamp(range.from - around), timestamp(range.until + around)];
  const near = sql`starts_at < ${until} and ends_at > ${from}`;
  return rows<Calendar>(
    tx,
    sql`select counsellor_id as "counsellorId", patterns, languages, channels, slot_minutes as "slotMinutes",
        pause_minutes as "pauseMinutes", daily_most as "dailyMost",
        (select coalesce(json_agg(json_build_object('kind', kind, 'from', ${milliseconds("starts_at")},
            'until', ${milliseconds("ends_at")})), '[]') from handreiking.availability_exception as other
          where other.counsellor_id = availability.counsellor_id and ${near}) as exceptions,
        (select coalesce(json_agg(json_build_object('from', ${milliseconds("starts_at")},
            'until', ${milliseconds("ends_at")})), '[]') from handreiking.appointment as taken
          where taken.counsellor_id = availability.counsellor_id and state in ('planned', 'held') and ${near}) as booked
      from handreiking.availability join handreiking.member on member.id = counsellor_id
      where availability.participant_id = ${ctx.actor.participantId}::uuid
        and suspended_at is null and 'counsellor' = any (roles)
        and (${counsellorId ?? null}::uuid is null or counsellor_id = ${counsellorId ?? null}::uuid)
      order by counsellor_id`,
  );
};

const longest = { exception: 366, ahead: 2 * 366 };
const day = 86_400_000;

export async function insertException(
  tx: Database,
  ctx: Context,
  given: Pick<ExceptionRow, "counsellorId" | "kind"> & { startsAt: string; endsAt: string },
): Promise<ExceptionRow> {
  const [startsAt, endsAt] = [new Date(given.startsAt), new Date(given.endsAt)];
  const now = ctx.now().getTime();
  const length = endsAt.getTime() - startsAt.getTime();
  if (length <= 0 || length > longest.exception * day || endsAt.getTime() <= now) fail(exceptionOver);
  if (endsAt.getTime() > now + longest.ahead * day) fail(exceptionOver);
  const { participantId } = ctx.actor;
  const { counsellorId, kind } = given;
  const row = { id: ctx.newId(), participantId, counsellorId, kind, startsAt, endsAt };
  await tx.insert(availabilityExceptions).values(row);
  return row;
}

export async function findException(tx: Database, ctx: Context, id: string): Promise<ExceptionRow> {
  const [row] = await tx
    .select()
    .from(availabilityExceptions)
    .where(
      and(
        eq(availabilityExceptions.participantId, ctx.actor.participantId),
        eq(availabilityExceptions.id, id),
      ),
    );
  return row ?? fail(exceptionNotFound);
}
