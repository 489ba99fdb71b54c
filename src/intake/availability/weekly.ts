import { Temporal } from "temporal-polyfill";
import type { Window } from "../../cases/index.ts";
import { type Interval, merged } from "./intervals.ts";

/** What comes back every week: by the clock of its zone; what ends before it begins ends the next day. */
export interface Weekly extends Window {
  /** The first and the last day on which it begins, as `YYYY-MM-DD`. */
  validFrom?: string | undefined;
  validUntil?: string | undefined;
}

const weekdays: readonly Window["weekday"][] = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
];

/** When they hold, as far as it lies near `range`: a day more on either side. */
export const occurrencesOf = (weekly: readonly Weekly[], range: Interval): Interval[] =>
  merged(weekly.flatMap((each) => occurrences(each, range)));

function occurrences(weekly: Weekly, range: Interval): Interval[] {
  const { weekday, timeZone, validFrom, validUntil } = weekly;
  const dayAt = (moment: number) =>
    Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone).toPlainDate();
  const last = dayAt(range.until).add({ days: 1 });
  const found: Interval[] = [];
  let day = dayAt(range.from).subtract({ days: 1 });
  day = day.add({ days: (weekdays.indexOf(weekday) + 8 - day.dayOfWeek) % 7 });
  for (; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 7 })) {
    const name = day.toString();
    if ((validFrom === undefined || name >= validFrom) && (validUntil === undefined || name <= validUntil))
      found.push(on(day, weekly));
  }
  return found;
}

/**
 * Where the clock is put back a time comes twice, and where it is put forward one is left out: then it is read as the
 * narrower one, as handoff/safe-contact/windows.ts does.
 */
function on(day: Temporal.PlainDate, { from, to, timeZone }: Weekly): Interval {
  const lastDay = to > from ? day : day.add({ days: 1 });
  return { from: at(day, from, timeZone, "later"), until: at(lastDay, to, timeZone, "earlier") };
}

const at = (day: Temporal.PlainDate, time: string, timeZone: string, disambiguation: "earlier" | "later") =>
  day.toPlainDateTime(Temporal.PlainTime.from(time)).toZonedDateTime(timeZone, { disambiguation })
    .epochMilliseconds;
