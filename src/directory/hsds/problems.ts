import { defineProblem } from "../../platform/http/problem.ts";

export const notFound = defineProblem("hsds-record-not-found", 404, "No such record");
