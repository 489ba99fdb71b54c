import { Temporal } from "temporal-polyfill";
import { calendarLater } from "../../platform/calendar.ts";
import { weekdays } from "../codes.ts";

/** When the caller can be reached: by the clock of `timeZone`; a window that ends before it begins ends the next day. */
export interface Window {
  weekday: (typeof weekdays)[number];
  /** `HH:MM`, inclusive. */
  from: string;
  /** `HH:MM`, exclusive. */
  to: string;
  /** IANA. */
  timeZone: string;
}

const verifiedForDays = 7;

/** Whether an instruction has to be checked with the caller again: never checked, or more than seven days ago. */
export const isStale = (verifiedAt: Date | null | undefined, now: Date): boolean =>
  !verifiedAt || now > calendarLater(verifiedAt, { days: verifiedForDays });

/** Whether the caller can be reached at `moment`. Without any window they cannot. */
export const fitsWindows = (windows: readonly Window[], moment: Date): boolean =>
  windows.some((window) => fits(window, moment));

function fits(window: Window, moment: Date): boolean {
  const instant = Temporal.Instant.fromEpochMilliseconds(moment.getTime());
  const today = instant.toZonedDateTimeISO(window.timeZone).toPlainDate();
  // Begun today, or yesterday and past midnight.
  return [today, today.subtract({ days: 1 })].some(
    (day) => weekdays[day.dayOfWeek - 1] === window.weekday && lies(instant, window, day),
  );
}

/**
 * Where the clock is put back a time comes twice, and where it is put forward one is left out: a window is then read
 * as the narrower one, for whoever must not answer may be in the room during the other.
 */
function lies(instant: Temporal.Instant, { from, to, timeZone }: Window, day: Temporal.PlainDate): boolean {
  const lastDay = to > from ? day : day.add({ days: 1 });
  const start = at(day, from, timeZone, "later");
  const end = at(lastDay, to, timeZone, "earlier");
  return Temporal.Instant.compare(start, instant) <= 0 && Temporal.Instant.compare(instant, end) < 0;
}

const at = (day: Temporal.PlainDate, time: string, timeZone: string, disambiguation: "earlier" | "later") =>
  day
    .toPlainDateTime(Temporal.PlainTime.from(time))
    .toZonedDateTime(timeZone, { disambiguation })
    .toInstant();
