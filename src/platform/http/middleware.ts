import type { Context as HonoContext, MiddlewareHandler } from "hono";
import { answerTo } from "../database/sql-states.ts";
import { sqlState } from "../database/transact.ts";
import type { Log, LogEntry } from "../log.ts";
import { type Count, rateFields } from "../rate-limit/rate.ts";
import {
  busy,
  fail,
  invalidRequest,
  notAcceptable,
  Problem,
  routeNotFound,
  targetTooLong,
  unexpectedFailure,
} from "./problem.ts";

/** The full version of the interface, told in every answer. */
export const apiVersion = "0.1.0";

/** What accompanies a request through the app. */
export interface HttpEnv {
  Variables: {
    requestId: string;
    trace: Pick<LogEntry, "operationId" | "participantId" | "actorId" | "failure">;
    /** How the request was counted, where it was. */
    count: Count;
  };
}

/** What every answer carries, Node's own refusals included. */
export const protectiveHeaders = {
  "api-version": apiVersion,
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "strict-transport-security": "max-age=63072000; includeSubDomains",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
};

/** Gives each request an id, each answer its headers, and the log one line. */
export function around(log: Log, newId: () => string, now: () => Date): MiddlewareHandler<HttpEnv> {
  return async (c, next) => {
    const startedAt = performance.now();
    const requestId = newId();
    c.set("requestId", requestId);
    c.set("trace", { operationId: "-" });
    await next();
    for (const [name, value] of Object.entries(protectiveHeaders))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
    const count: Count | undefined = c.get("count");
    if (count) for (const [name, value] of rateFields(count)) c.res.headers.set(name, value);
    const milliseconds = Math.round((performance.now() - startedAt) * 10) / 10;
    log({ at: now().toISOString(), requestId, status: c.res.status, milliseconds, ...c.get("trace") });
  };
}

/** Turns every failure into a problem. Messages of the database, zod or the engine may quote what was sent. */
export function answerFailure(error: Error, c: HonoContext<HttpEnv>): Response {
  const problem = error instanceof Problem ? error : problemOf(error);
  if (problem.definition.status >= 500) c.get("trace").failure = sqlState(error) ?? error.name;
  return problem.toResponse(c.get("requestId"));
}

function problemOf(error: Error): Problem {
  const state = sqlState(error);
  const answer = state && answerTo(state);
  if (answer === "unfit") return new Problem(invalidRequest);
  // Where nothing tried it again: whoever sent it can.
  if ((answer && answer !== "fault") || isConnectionLost(error))
    return new Problem(busy, { headers: { "retry-after": "1" } });
  return new Problem(unexpectedFailure);
}

const connectionLost = new Set(
  "ECONNREFUSED ECONNRESET ENOTFOUND EPIPE ETIMEDOUT CONNECT_TIMEOUT CONNECTION_CLOSED CONNECTION_DESTROYED CONNECTION_ENDED".split(
    " ",
  ),
);

function isConnectionLost(error: Error): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause)
    if (connectionLost.has(String((cause as { code?: unknown }).code))) return true;
  return false;
}

const longestTarget = 8 * 1024;
const mostParameters = 100;
/** Every path of this service is made of these; an escaped, doubled or dotted one would be another's disguise. */
const plainPath = /^(?!.*\/\.\.?(?:\/|$))(?:\/[\w.~-]+)*\/?$/;

/** Refuses what is addressed in a way that no client of ours would. */
export const requirePlainTarget: MiddlewareHandler = async (c, next) => {
  if (c.req.url.length > longestTarget) fail(targetTooLong);
  const { pathname, search } = new URL(c.req.url);
  if (!plainPath.test(pathname)) fail(routeNotFound);
  if (search.split("&").length > mostParameters) {
    const detail = `must hold at most ${mostParameters} parameters`;
    fail(invalidRequest, { errors: [{ in: "query", pointer: "", detail }] });
  }
  await next();
};

const acceptable = /^(\*\/\*|application\/\*|application\/(problem\+)?json)$/i;

export const requireJsonAccepted: MiddlewareHandler = async (c, next) => {
  const ranges = (c.req.header("accept") ?? "*/*")
    .split(",")
    .map((range) => range.split(";")[0]?.trim() ?? "");
  if (!ranges.some((range) => range === "" || acceptable.test(range))) fail(notAcceptable);
  await next();
};
