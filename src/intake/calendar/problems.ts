import { defineProblem } from "../../platform/http/problem.ts";

export const calendarNotFound = defineProblem("calendar-not-found", 404, "No such calendar");
export const calendarFeedNotFound = defineProblem(
  "calendar-feed-not-found",
  404,
  "No such address of a calendar",
);
