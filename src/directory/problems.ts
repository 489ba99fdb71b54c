import { defineProblem } from "../platform/problem.ts";

export const serviceNotFound = defineProblem("service-not-found", 404, "No such service");
export const importNotFound = defineProblem("import-not-found", 404, "No such import");
export const organizationNotFound = defineProblem("organization-not-found", 404, "No such organization");
