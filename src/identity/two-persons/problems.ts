import { defineProblem } from "../../platform/http/problem.ts";

export const signInNeeded = defineProblem(
  "sign-in-needed",
  403,
  "Sign in as a person",
  "Two persons decide this, and the second shows who they are: sign in yourself, by passkey or at your organization. No system signs for a member, whomever it names.",
);
export const samePerson = defineProblem(
  "same-person",
  409,
  "Both members are one person",
  "You have been signed in as both with one passkey, or as one person of one identity provider. Somebody else decides this.",
);
