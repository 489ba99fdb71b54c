import { defineProblem } from "../platform/http/problem.ts";

export const serviceNotFound = defineProblem("service-not-found", 404, "No such service");
export const importNotFound = defineProblem("import-not-found", 404, "No such import");
export const organizationNotFound = defineProblem("organization-not-found", 404, "No such organization");
export const locationNotFound = defineProblem("location-not-found", 404, "No such location");
export const entryDeleted = defineProblem(
  "entry-deleted",
  410,
  "This entry of the directory was deleted",
  "Its history remains, at `versions` beneath it. Nothing can be referred there any more.",
);
export const notYourEntry = defineProblem(
  "not-your-entry",
  403,
  "Another organization answers for this entry",
  "You may edit the entries of the organizations that your participant answers for. Propose a correction instead.",
);
export const entryInUse = defineProblem(
  "entry-in-use",
  409,
  "Other entries rest on this one",
  "An organization is deleted after its services and locations, a location after the services there have left it.",
);
export const synonymNotFound = defineProblem("synonym-not-found", 404, "No such synonym");
export const synonymExists = defineProblem(
  "synonym-exists",
  409,
  "That phrase already means that topic",
  "A phrase stands once for each topic.",
);
export const duplicateNotFound = defineProblem("duplicate-not-found", 404, "No such pair of entries");
export const correctionNotFound = defineProblem("correction-not-found", 404, "No such correction");
export const correctionDecided = defineProblem(
  "correction-decided",
  409,
  "The correction was decided otherwise",
  "Read it: it was accepted or refused, and stays so. Propose another one instead.",
);
export const correctionOutdated = defineProblem(
  "correction-outdated",
  409,
  "The entry has changed in what was to be corrected",
  "Nothing was changed. Look at the entry: refuse the correction, or edit the entry with what is right now.",
);
export const versionNotFound = defineProblem("version-not-found", 404, "No such version of this entry");
