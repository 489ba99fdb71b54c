import { defineProblem } from "../platform/problem.ts";

export const serviceNotFound = defineProblem("service-not-found", 404, "No such service");
export const organizationNotFound = defineProblem("organization-not-found", 404, "No such organization");
export const entryNotFound = defineProblem("entry-not-found", 404, "No such entry of the directory");
export const notYourEntry = defineProblem(
  "not-your-entry",
  403,
  "The entry is not yours to keep",
  "An entry is kept by the participant that answers for its organization, and by the network's operator. Anybody may propose a correction.",
);
export const synonymNotFound = defineProblem("synonym-not-found", 404, "No such synonym");
export const synonymExists = defineProblem(
  "synonym-exists",
  409,
  "That phrase already means that topic",
  "A phrase stands once for each topic.",
);
export const duplicateNotFound = defineProblem("duplicate-not-found", 404, "No such pair of entries");
