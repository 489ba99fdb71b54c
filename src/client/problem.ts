import type { Schemas } from "./calls.ts";

/** One fault of a refused request: where it is and what would be right. */
export type Fault = Schemas["Fault"];

/**
 * A refusal of the service, as a problem document (RFC 9457). The service never repeats in it what was sent, so it
 * may be logged. An answer that is no problem document, such as a proxy's, has the type `about:blank`.
 */
export class HandreikingProblem extends Error {
  /** Which problem, the same for every occurrence: a path of the service, `/problems/referral-not-found`. */
  readonly type: string;
  /** The last segment of `type`, to switch on: `referral-not-found`. */
  readonly code: string;
  /** The HTTP status code. */
  readonly status: number;
  /** What is wrong, in a few words. */
  readonly title: string;
  /** What it means here and what helps. */
  readonly detail: string;
  /** This occurrence, `urn:uuid:…`: to be named when asking for help. Empty when the service did not answer itself. */
  readonly instance: string;
  /** Every fault of an `invalid-request`; empty for other problems. */
  readonly errors: readonly Fault[];

  constructor(problem: Partial<Schemas["Problem"]>, status: number) {
    const { type = "about:blank", title = `HTTP status ${status}`, detail = title } = problem;
    const code = type.split("/").at(-1) ?? type;
    super([`${status} ${code}: ${detail}`, ...(problem.errors ?? []).map(told)].join("\n"));
    this.name = "HandreikingProblem";
    this.type = type;
    this.code = code;
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.instance = problem.instance ?? "";
    this.errors = problem.errors ?? [];
  }
}

const told = (fault: Fault) => `  ${fault.in} ${fault.pointer}: ${fault.detail}`;

/** The refusal that an answer's body tells, whatever that body is. */
export function problemOf(body: unknown, status: number): HandreikingProblem {
  const problem = typeof body === "object" && body !== null && "type" in body && "title" in body ? body : {};
  return new HandreikingProblem(problem as Partial<Schemas["Problem"]>, status);
}
