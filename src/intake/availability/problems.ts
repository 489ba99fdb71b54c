import { defineProblem } from "../../platform/http/problem.ts";

export const counsellorNotFound = defineProblem("counsellor-not-found", 404, "No such counsellor");
export const availabilityNotFound = defineProblem(
  "availability-not-found",
  404,
  "This counsellor has not said when they work",
  "keepAvailability says it.",
);
export const exceptionNotFound = defineProblem("exception-not-found", 404, "No such exception");
export const exceptionOver = defineProblem(
  "exception-over",
  409,
  "An exception lies in the coming two years",
  "Choose a time that has not passed, of at most a year.",
);
