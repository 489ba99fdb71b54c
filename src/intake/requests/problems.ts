import { defineProblem } from "../../platform/http/problem.ts";

export const requestNotFound = defineProblem("callback-request-not-found", 404, "No such request");
export const requestEnded = defineProblem(
  "callback-request-ended",
  409,
  "The request has ended",
  "Nothing was changed. Somebody who asks again makes a new request.",
);
export const requestLetGo = defineProblem(
  "callback-request-let-go",
  410,
  "What was told is not here any more",
  "The request became a case, or was kept long enough. listCallbackRequests still shows its codes.",
);
export const requestAnonymous = defineProblem(
  "callback-request-anonymous",
  409,
  "An anonymous caller leaves no number and no mail address",
  "Nothing was changed. Take the agreed time and code word away with `anonymous` null, or leave number and address out.",
);
export const requestBecameCase = defineProblem(
  "callback-request-became-case",
  409,
  "The request became a case",
  "Nothing was changed. What was told is in the case: erase that.",
);
export const urgencyOnlyRises = defineProblem(
  "urgency-only-rises",
  409,
  "Urgency only ever rises",
  "Nothing was changed. Who sees to it finds out with the caller how urgent it is.",
);
export const requestCodeWordNotFound = defineProblem(
  "callback-request-code-word-not-found",
  404,
  "The request has no code word",
  "Only an anonymous caller has one, as long as what they told is kept.",
);
export const requestCodeWordLocked = defineProblem(
  "callback-request-code-word-locked",
  409,
  "Too many wrong words",
  "No word is taken any more until a new one is agreed with the caller (changeRequest).",
);
export const helplineNotFound = defineProblem(
  "helpline-not-found",
  404,
  "No helpline takes requests here",
  "There is no such helpline, or its form is closed.",
);
