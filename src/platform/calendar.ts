import Holidays from "date-holidays";
import { Temporal } from "temporal-polyfill";

/** The network's own time: its zone, its week, its public holidays. */
export const timeZone = "Europe/Amsterdam";
const holidays = new Holidays("NL", { types: ["public"] });

const zoned = (moment: Date) =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone);
const moment = (time: Temporal.ZonedDateTime) => new Date(time.epochMilliseconds);

const holidaysOf = new Map<number, ReadonlySet<string>>();

function isHoliday(day: Temporal.PlainDate): boolean {
  let known = holidaysOf.get(day.year);
  if (!known) {
    known = new Set(holidays.getHolidays(day.year).map(({ date }) => date.slice(0, 10)));
    holidaysOf.set(day.year, known);
  }
  return known.has(day.toString());
}

const workingWeek: readonly number[] = [1, 2, 3, 4, 5];

/**
 * The same time of day, `days` working days on: only `weekdays` (1 for Monday) count, and no public holiday does.
 */
export function workingDaysLater(from: Date, days: number, weekdays = workingWeek): Date {
  const isWorkingDay = (day: Temporal.PlainDate) => weekdays.includes(day.dayOfWeek) && !isHoliday(day);
  let time = zoned(from);
  for (let left = days; left > 0; ) {
    time = time.add({ days: 1 });
    if (isWorkingDay(time.toPlainDate())) left--;
  }
  return moment(time);
}

/** The same time of day, so much later by the calendar. */
export const calendarLater = (
  from: Date,
  duration: { years?: number; months?: number; days?: number; hours?: number },
): Date => moment(zoned(from).add(duration));

/** The calendar day of a moment, as `YYYY-MM-DD`. */
export const dayOf = (time: Date): string => zoned(time).toPlainDate().toString();

/** When a calendar day begins; `day` as `YYYY-MM-DD`. */
export const startOfDay = (day: string, { days = 0 } = {}): Date =>
  moment(Temporal.PlainDate.from(day).add({ days }).toZonedDateTime(timeZone));

/** The public holidays from the day of `from` to that of `until`. */
export function publicHolidays(from: Date, until: Date): { from: Date; until: Date }[] {
  const found: { from: Date; until: Date }[] = [];
  const last = zoned(until).toPlainDate();
  for (let day = zoned(from).toPlainDate(); day.until(last).days >= 0; day = day.add({ days: 1 }))
    if (isHoliday(day))
      found.push({ from: startOfDay(day.toString()), until: startOfDay(day.toString(), { days: 1 }) });
  return found;
}
