import { calendarLater, workingDaysLater } from "../platform/calendar.ts";
import type { Urgency } from "./codes.ts";

interface Terms {
  acknowledgeWithin: number;
  answerWithin: number;
}

/** When an offer made at `offeredAt` is to be acknowledged and answered; an urgent one takes a working day for both. */
export function offerDeadlines(offeredAt: Date, urgency: Urgency, terms: Terms) {
  const urgent = urgency === "urgent";
  return {
    acknowledgeBy: workingDaysLater(offeredAt, urgent ? 1 : terms.acknowledgeWithin),
    answerBy: workingDaysLater(offeredAt, urgent ? 1 : terms.answerWithin),
  };
}

/** When the introduction is to have been fixed: 14 days after the acceptance, 72 hours where it is urgent. */
export const introductionDeadline = (acceptedAt: Date, urgency: Urgency): Date =>
  calendarLater(acceptedAt, urgency === "urgent" ? { hours: 72 } : { days: 14 });
