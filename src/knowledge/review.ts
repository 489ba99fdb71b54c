import { calendarLater, dayOf } from "../platform/calendar.ts";

/** The last day on which a review may be planned. */
export const lastReview = (now: Date): string => dayOf(calendarLater(now, { years: 1 }));

/** Whether a review may be planned on that day: after today, and within a year. */
export const mayReviewOn = (day: string, now: Date): boolean => day > dayOf(now) && day <= lastReview(now);
