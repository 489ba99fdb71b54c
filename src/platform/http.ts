import type { Context as HonoContext, MiddlewareHandler } from "hono";
import { sqlState } from "./db.ts";
import type { Log, LogEntry } from "./log.ts";
import { busy, fail, invalidRequest, notAcceptable, Problem, unexpectedFailure } from "./problem.ts";

/** The full version of the interface, told in every answer. */
export const apiVersion = "0.1.0";

/** What accompanies a request through the app. */
export interface HttpEnv {
  Variables: {
    requestId: string;
    trace: Pick<LogEntry, "operationId" | "participantId" | "actorId" | "failure">;
  };
}

const headers = {
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
    for (const [name, value] of Object.entries(headers))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
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
  // Class 22: a value that the contract let through and PostgreSQL does not take.
  if (state?.startsWith("22")) return new Problem(invalidRequest);
  if (state === "57014" || state?.startsWith("53") || state?.startsWith("08"))
    return new Problem(busy, { headers: { "retry-after": "1" } });
  return new Problem(unexpectedFailure);
}

const acceptable = /^(\*\/\*|application\/\*|application\/(problem\+)?json)$/i;

export const requireJsonAccepted: MiddlewareHandler = async (c, next) => {
  const ranges = (c.req.header("accept") ?? "*/*")
    .split(",")
    .map((range) => range.split(";")[0]?.trim() ?? "");
  if (!ranges.some((range) => range === "" || acceptable.test(range))) fail(notAcceptable);
  await next();
};
