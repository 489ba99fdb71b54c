import { ICalCalendar, ICalEventStatus } from "ical-generator";
import type { AppointmentState } from "../codes.ts";

/** All that a calendar shows of an appointment. */
export interface Entry {
  number: string;
  startsAt: Date;
  endsAt: Date;
  state: AppointmentState;
  /** When it last changed. */
  changedAt: Date;
}

const called = (state: AppointmentState) => state === "cancelled" || state === "moved";

/** Appointments as iCalendar (RFC 5545): times in UTC, and the number; nothing else. */
export function iCalendar(entries: readonly Entry[]): string {
  const calendar = new ICalCalendar({ prodId: "//Handreiking//Calendar//EN" });
  for (const { number, startsAt, endsAt, state, changedAt } of entries)
    calendar.createEvent({
      id: number,
      summary: number,
      start: startsAt,
      end: endsAt,
      stamp: changedAt,
      sequence: state === "planned" ? 0 : 1,
      status: called(state) ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  return `${calendar}\r\n`;
}
