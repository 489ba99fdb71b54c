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

const isWorkingDay = (day: Temporal.PlainDate) => day.dayOfWeek <= 5 && !isHoliday(day);

/** The same time of day, `days` working days on: weekends and public holidays do not count. */
export function workingDaysLater(from: Date, days: number): Date {
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
  duration: { months?: number; days?: number; hours?: number },
): Date => moment(zoned(from).add(duration));

/** The day that it is then, as YYYY-MM-DD. */
export const dayOf = (moment: Date): string => zoned(moment).toPlainDate().toString();
