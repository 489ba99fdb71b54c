import { Temporal } from "temporal-polyfill";

/** The network's own time: its zone, its week, its public holidays. */
export const timeZone = "Europe/Amsterdam";

const zoned = (moment: Date) =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone);
const moment = (time: Temporal.ZonedDateTime) => new Date(time.epochMilliseconds);

const holidaysOf = new Map<number, ReadonlySet<string>>();

function isHoliday(day: Temporal.PlainDate): boolean {
  const holidays = holidaysOf.get(day.year) ?? new Set(holidaysIn(day.year).map(String));
  holidaysOf.set(day.year, holidays);
  return holidays.has(day.toString());
}

/** Of the Netherlands: rijksoverheid.nl, "Officiële feestdagen", without Good Friday, on which many work. */
function holidaysIn(year: number): Temporal.PlainDate[] {
  const date = (month: number, day: number) => Temporal.PlainDate.from({ year, month, day });
  const easter = easterOf(year);
  // Easter, Easter Monday, Ascension Day, Whit Sunday and Whit Monday.
  const movable = [0, 1, 39, 49, 50].map((days) => easter.add({ days }));
  const birthday = date(4, 27);
  const kingsDay = birthday.dayOfWeek === 7 ? birthday.subtract({ days: 1 }) : birthday;
  return [date(1, 1), kingsDay, date(12, 25), date(12, 26), ...movable];
}

/** The anonymous Gregorian rule (Meeus, Jones, Butcher). */
function easterOf(year: number): Temporal.PlainDate {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - epact - (year % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * late + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(days / 31), day: (days % 31) + 1 });
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
