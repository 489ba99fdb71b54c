import { dayOf, publicHolidays, startOfDay } from "../../platform/calendar.ts";
import { holds, type Interval, merged, overlaps, shared, without } from "../availability/intervals.ts";
import { occurrencesOf, type Weekly } from "../availability/weekly.ts";

/** When a counsellor works, and what of it is taken. */
export interface Calendar {
  counsellorId: string;
  patterns: readonly Weekly[];
  exceptions: readonly (Interval & { kind: "off" | "extra" | "leave" })[];
  booked: readonly Interval[];
  languages: readonly string[];
  channels: readonly string[];
  slotMinutes: number;
  pauseMinutes: number;
  /** Appointments a day by the network's clock. */
  dailyMost: number;
}

export interface Sought {
  /** Where it may lie, as a whole. */
  range: Interval;
  /** When the caller is safe; undefined where nobody said. */
  windows: readonly Weekly[] | undefined;
  holidays: readonly Interval[];
  language: string;
  channel: string;
  /** How long; a counsellor's own length where it is left out. */
  minutes?: number | undefined;
}

export interface Slot extends Interval {
  counsellorId: string;
}

const minute = 60_000;
const grid = 5 * minute;
const onGrid = (moment: number) => Math.ceil(moment / grid) * grid;

export const holidaysIn = ({ from, until }: Interval): Interval[] =>
  publicHolidays(new Date(from), new Date(until)).map((day) => ({
    from: day.from.getTime(),
    until: day.until.getTime(),
  }));

export const suits = (calendar: Calendar, { language, channel }: Pick<Sought, "language" | "channel">) =>
  calendar.languages.includes(language) && calendar.channels.includes(channel);

const dayAround = (moment: number): Interval => {
  const day = dayOf(new Date(moment));
  return { from: startOfDay(day).getTime(), until: startOfDay(day, { days: 1 }).getTime() };
};

/** When a counsellor works: a holiday is free unless an extra says otherwise, and what is off or leave always is. */
export function workingTime(calendar: Calendar, holidays: readonly Interval[], range: Interval): Interval[] {
  const extra = calendar.exceptions.filter(({ kind }) => kind === "extra");
  const off = calendar.exceptions.filter(({ kind }) => kind !== "extra");
  const usual = without(occurrencesOf(calendar.patterns, range), holidays);
  return shared(without(merged([...usual, ...extra]), off), [range]);
}

const breathing = ({ booked, pauseMinutes }: Calendar): Interval[] =>
  booked.map(({ from, until }) => ({
    from: from - pauseMinutes * minute,
    until: until + pauseMinutes * minute,
  }));

/** The days on which no more appointment may begin. */
function fullDays({ booked, dailyMost }: Calendar): Interval[] {
  const count = new Map<number, number>();
  const days = booked.map(({ from }) => dayAround(from));
  for (const { from } of days) count.set(from, (count.get(from) ?? 0) + 1);
  return days.filter(({ from }) => (count.get(from) ?? 0) >= dailyMost);
}

const safeTime = (time: readonly Interval[], { windows, range }: Sought): Interval[] =>
  windows ? shared(time, occurrencesOf(windows, range)) : merged(time);

/** The earliest slots of one counsellor, at most `most`, with a pause between any two. */
export function slotsOf(calendar: Calendar, sought: Sought, most: number): Slot[] {
  if (!suits(calendar, sought)) return [];
  const length = (sought.minutes ?? calendar.slotMinutes) * minute;
  const working = workingTime(calendar, sought.holidays, sought.range);
  const free = safeTime(without(working, breathing(calendar)), sought);
  const full = fullDays(calendar);
  const found: Slot[] = [];
  let start = 0;
  for (const { from, until } of free) {
    start = onGrid(Math.max(start, from));
    while (start + length <= until && found.length < most) {
      const day = full.find((each) => each.from <= start && start < each.until);
      if (day) start = onGrid(day.until);
      else {
        found.push({ counsellorId: calendar.counsellorId, from: start, until: start + length });
        start = onGrid(start + length + calendar.pauseMinutes * minute);
      }
    }
  }
  return found;
}

/** The earliest slots of all, an earlier one first. */
export const earliestSlots = (calendars: readonly Calendar[], sought: Sought, most: number): Slot[] =>
  calendars
    .flatMap((calendar) => slotsOf(calendar, sought, most))
    .toSorted((one, other) => one.from - other.from || (one.counsellorId < other.counsellorId ? -1 : 1))
    .slice(0, most);

export const hints = [
  "nobody-available",
  "nobody-speaks-language",
  "nobody-on-channel",
  "channel-not-safe",
  "windows-never-meet",
  "meeting-too-short",
  "all-booked",
] as const;
export type Hint = (typeof hints)[number];

/** Why there is no slot: what would have to change first. */
export function whyNone(calendars: readonly Calendar[], sought: Sought): Hint {
  if (calendars.length === 0) return "nobody-available";
  const speaking = calendars.filter(({ languages }) => languages.includes(sought.language));
  if (speaking.length === 0) return "nobody-speaks-language";
  const suiting = speaking.filter((calendar) => suits(calendar, sought));
  if (suiting.length === 0) return "nobody-on-channel";
  const working = suiting.map((calendar) => workingTime(calendar, sought.holidays, sought.range));
  if (working.every((time) => time.length === 0)) return "nobody-available";
  if (working.every((time) => safeTime(time, sought).length === 0)) return "windows-never-meet";
  const empty = suiting.map((calendar) => ({ ...calendar, booked: [] }));
  return earliestSlots(empty, sought, 1).length === 0 ? "meeting-too-short" : "all-booked";
}

export type Unfit = "not-working" | "taken" | "unsafe" | "does-not-suit";

/** Why an appointment cannot be at that time with that counsellor; undefined where it can. */
export function whyUnfit(calendar: Calendar, sought: Sought, wanted: Interval): Unfit | undefined {
  if (!isSafe(sought.windows, wanted)) return "unsafe";
  if (!suits(calendar, sought)) return "does-not-suit";
  if (!holds(workingTime(calendar, sought.holidays, wanted), wanted)) return "not-working";
  const isFull = fullDays(calendar).some(({ from, until }) => from <= wanted.from && wanted.from < until);
  return isFull || breathing(calendar).some((taken) => overlaps(taken, wanted)) ? "taken" : undefined;
}

/** Whether the caller can be reached from beginning to end. */
export const isSafe = (windows: readonly Weekly[] | undefined, wanted: Interval): boolean =>
  windows === undefined || holds(occurrencesOf(windows, wanted), wanted);
