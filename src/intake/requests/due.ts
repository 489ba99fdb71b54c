import type { Urgency } from "../../handoff/index.ts";
import { calendarLater, workingDaysLater } from "../../platform/calendar.ts";

/** Until when a request is to be planned: at once, within two hours, or within one working day. */
export function dueAt(receivedAt: Date, urgency: Urgency): Date {
  if (urgency === "acute") return receivedAt;
  if (urgency === "urgent") return calendarLater(receivedAt, { hours: 2 });
  return workingDaysLater(receivedAt, 1);
}

/** From when on it is the coordinator's too: a working day later. */
export const overdueAt = (receivedAt: Date, urgency: Urgency): Date =>
  workingDaysLater(dueAt(receivedAt, urgency), 1);
