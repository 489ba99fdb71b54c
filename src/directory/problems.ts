import { defineProblem } from "../platform/problem.ts";

export const serviceNotFound = defineProblem("service-not-found", 404, "No such service");
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
export const versionNotFound = defineProblem("version-not-found", 404, "No such version of this entry");
