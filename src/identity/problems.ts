import { defineProblem } from "../platform/problem.ts";

export const participantNotFound = defineProblem("participant-not-found", 404, "No such participant");
export const phoneHasNoLogin = defineProblem(
  "phone-has-no-login",
  409,
  "A participant reached by telephone has no members and no clients",
  "Choose another reach, or leave out administrator and client.",
);
