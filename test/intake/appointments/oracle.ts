import { fitsWindows } from "../../../src/cases/index.ts";
import type { Calendar, Slot, Sought } from "../../../src/intake/appointments/slots.ts";
import { dayOf } from "../../../src/platform/calendar.ts";

const minute = 60_000;
/** All times of the tests lie on five minutes, and so do the offsets of all zones. */
export const step = 5 * minute;

const within = (moment: number, { from, until }: { from: number; until: number }) =>
  from <= moment && moment < until;

/** The slots of one counsellor, found by asking of each five minutes whether they are free. */
export function slowSlots(calendar: Calendar, sought: Sought, most: number): Slot[] {
  const free = new Map<number, boolean>();
  const isFree = (moment: number) => {
    const known = free.get(moment) ?? freeAt(calendar, sought, moment);
    free.set(moment, known);
    return known;
  };
  const length = (sought.minutes ?? calendar.slotMinutes) * minute;
  const found: Slot[] = [];
  let start = Math.ceil(sought.range.from / step) * step;
  while (start + length <= sought.range.until && found.length < most) {
    let fits = !isFull(calendar, start);
    for (let moment = start; fits && moment < start + length; moment += step) fits = isFree(moment);
    if (fits) found.push({ counsellorId: calendar.counsellorId, from: start, until: start + length });
    start += fits ? length + calendar.pauseMinutes * minute : step;
  }
  return found;
}

function freeAt(calendar: Calendar, sought: Sought, moment: number): boolean {
  const { patterns, exceptions, booked, pauseMinutes } = calendar;
  const time = new Date(moment);
  const said = (kind: "extra" | "off") =>
    exceptions.some((each) => (each.kind === "extra") === (kind === "extra") && within(moment, each));
  const holiday = sought.holidays.some((each) => within(moment, each));
  const works = (said("extra") || (!holiday && fitsWindows(patterns, time))) && !said("off");
  const pause = pauseMinutes * minute;
  const taken = booked.some(({ from, until }) =>
    within(moment, { from: from - pause, until: until + pause }),
  );
  return works && !taken && (sought.windows === undefined || fitsWindows(sought.windows, time));
}

const isFull = ({ booked, dailyMost }: Calendar, start: number): boolean =>
  booked.filter(({ from }) => dayOf(new Date(from)) === dayOf(new Date(start))).length >= dailyMost;
