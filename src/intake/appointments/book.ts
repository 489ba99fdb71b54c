import { and, eq, gt, inArray, lt } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { caseCode } from "../../cases/index.ts";
import { calendarLater } from "../../platform/calendar.ts";
import type { Context, Database } from "../../platform/context.ts";
import { fail, type ProblemDefinition } from "../../platform/http/problem.ts";
import { permitOutside, requireCounsellor } from "../availability/counsellors.ts";
import type { Interval } from "../availability/intervals.ts";
import { claimAvailability, listCalendars } from "../availability/store.ts";
import { markPlanned } from "../requests/store.ts";
import { type AppointmentRow, appointments } from "../schema.ts";
import { callerNotSafe, doesNotSuit, notWorking, slotTaken, timePassed } from "./problems.ts";
import { presentSlot } from "./slot-wire.ts";
import { earliestSlots, holidaysIn, isSafe, type Slot, type Sought, whyUnfit } from "./slots.ts";
import type { Subject } from "./subject.ts";

export interface Wanted {
  requestId: string | null;
  counsellorId: string;
  startsAt: Date;
  minutes?: number | undefined;
  channel: AppointmentRow["channel"];
  language: string;
  outsideAvailability: boolean;
  movedFromId?: string;
}

/** How far ahead a free slot is looked for. */
export const daysAhead = 42;
const minute = 60_000;
const withoutAvailability = 45;

const refusals = {
  unsafe: callerNotSafe,
  "does-not-suit": doesNotSuit,
  "not-working": notWorking,
  taken: slotTaken,
} as const;

/**
 * Books an appointment, or refuses and names what is free next. Bookings of one counsellor wait for each other; the
 * database holds the same truths.
 */
export async function book(
  tx: Database,
  ctx: Context,
  subject: Pick<Subject, "request" | "caseId" | "windows" | "reaches">,
  wanted: Wanted,
  free: typeof freeAfter = freeAfter,
): Promise<AppointmentRow> {
  const { counsellorId, channel, language, outsideAvailability } = wanted;
  await requireCounsellor(tx, ctx, counsellorId);
  if (outsideAvailability) permitOutside(ctx, counsellorId);
  const offered = await claimAvailability(tx, counsellorId);
  const minutes = wanted.minutes ?? offered?.slotMinutes ?? withoutAvailability;
  const from = wanted.startsAt.getTime();
  const range = { from, until: from + minutes * minute };
  const now = ctx.now();
  if (wanted.startsAt < now || wanted.startsAt > calendarLater(now, { years: 1 })) fail(timePassed);
  const { windows } = subject;
  const sought = { range, windows, holidays: holidaysIn(range), language, channel, minutes };
  const refuse = async (definition: ProblemDefinition<409>) =>
    fail(definition, { members: { nextSlots: (await free(tx, ctx, sought)).map(presentSlot) } });
  if (!subject.reaches(channel)) fail(callerNotSafe);
  if (!isSafe(windows, range)) await refuse(callerNotSafe);
  const unfit = outsideAvailability
    ? (await isTaken(tx, counsellorId, range)) && "taken"
    : await whyNot(tx, ctx, sought, counsellorId);
  if (unfit) await refuse(refusals[unfit]);
  const row = newRow(ctx, subject, wanted, range, now);
  await tx.insert(appointments).values(row);
  if (subject.request) await markPlanned(tx, subject.request);
  await record(tx, ctx, {
    action: "appointment.planned",
    subjectId: row.id,
    caseId: row.caseId ?? undefined,
  });
  return row;
}

async function whyNot(tx: Database, ctx: Context, sought: Sought, counsellorId: string) {
  const [calendar] = await listCalendars(tx, ctx, sought.range, counsellorId);
  return calendar ? whyUnfit(calendar, sought, sought.range) : "not-working";
}

async function isTaken(tx: Database, counsellorId: string, { from, until }: Interval): Promise<boolean> {
  const taken = await tx
    .select({ id: appointments.id })
    .from(appointments)
    .where(
      and(
        eq(appointments.counsellorId, counsellorId),
        inArray(appointments.state, ["planned", "held"]),
        lt(appointments.startsAt, new Date(until)),
        gt(appointments.endsAt, new Date(from)),
      ),
    )
    .limit(1);
  return taken.length > 0;
}

/** What is free from then on, with whomever. */
export async function freeAfter(tx: Database, ctx: Context, sought: Sought): Promise<Slot[]> {
  const { from } = sought.range;
  const range = { from, until: calendarLater(new Date(from), { days: daysAhead }).getTime() };
  const calendars = await listCalendars(tx, ctx, range);
  return earliestSlots(calendars, { ...sought, range, holidays: holidaysIn(range) }, 3);
}

/** Who else is free at that very time. */
export async function freeThen(tx: Database, ctx: Context, sought: Sought): Promise<Slot[]> {
  const calendars = await listCalendars(tx, ctx, sought.range);
  return calendars
    .filter((calendar) => whyUnfit(calendar, sought, sought.range) === undefined)
    .map(({ counsellorId }) => ({ counsellorId, ...sought.range }));
}

const newRow = (
  ctx: Context,
  { caseId }: Pick<Subject, "caseId">,
  wanted: Wanted,
  { from, until }: Interval,
  plannedAt: Date,
): AppointmentRow => ({
  id: ctx.newId(),
  participantId: ctx.actor.participantId,
  number: `A-${caseCode(ctx.newId())}`,
  requestId: wanted.requestId,
  caseId,
  counsellorId: wanted.counsellorId,
  startsAt: new Date(from),
  endsAt: new Date(until),
  channel: wanted.channel,
  language: wanted.language,
  outsideAvailability: wanted.outsideAvailability,
  movedFromId: wanted.movedFromId ?? null,
  state: "planned",
  plannedAt,
  endedAt: null,
  endReason: null,
  settledAt: null,
});
