import { defineProblem } from "../../platform/problem.ts";

export const notFound = defineProblem("hsds-record-not-found", 404, "No such record");
