import type { MiddlewareHandler } from "hono";

const methods = "GET, HEAD, POST, PUT, PATCH, DELETE";
const asked = "Accept, Authorization, Content-Type, DPoP, Idempotency-Key, If-Match, If-None-Match";
const told = "API-Version, ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After, WWW-Authenticate";

/** Lets pages of the `allowed` origins read answers, and those of every origin the `open` paths; never with cookies. */
export function cors(allowed: ReadonlySet<string>, open: ReadonlySet<string>): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header("origin");
    const everyone = open.has(c.req.path);
    const granted = everyone ? "*" : origin !== undefined && allowed.has(origin) ? origin : undefined;
    const preflight =
      c.req.method === "OPTIONS" && c.req.header("access-control-request-method") !== undefined;
    if (preflight && granted) {
      c.res = new Response(null, { status: 204 });
      c.header("access-control-allow-methods", everyone ? "GET, HEAD" : methods);
      c.header("access-control-allow-headers", asked);
      c.header("access-control-max-age", "600");
    } else await next();
    if (granted) {
      c.header("access-control-allow-origin", granted);
      if (!preflight) c.header("access-control-expose-headers", told);
    }
    if (!everyone && allowed.size > 0) c.header("vary", "Origin", { append: true });
  };
}
