import { createRoute, type RouteConfig, z } from "@hono/zod-openapi";
import { successOf } from "./answer.ts";
import {
  etagHeader,
  IfMatch,
  IfMatchOnceThere,
  publicHeaders,
  versionNotNamed,
  versionOutdated,
} from "./entity-tag.ts";
import {
  bodyTooLarge,
  busy,
  conflict,
  databaseBehind,
  foreignOrigin,
  idempotencyKeyBusy,
  idempotencyKeyReused,
  invalidRequest,
  problems,
  tooManyRequests,
  tooSlow,
  unauthenticated,
  unexpectedFailure,
  unsupportedMediaType,
} from "./problem.ts";

const IdempotencyHeader = z.object({
  "idempotency-key": z.string().optional().openapi({
    description:
      "Makes a repeated request safe: with the same key and body within 24 hours nothing is done again, and the record is answered as it is now",
    example: "7f8f4fd8-7ee5-4a3c-9be0-3d6a0e3f4c9e",
  }),
});

const versionHeader = {
  "API-Version": {
    description: "The full version of this interface",
    schema: { type: "string" as const, example: "0.1.0" },
  },
};

/** draft-ietf-httpapi-ratelimit-headers-10. */
const rateHeaders = {
  "RateLimit-Policy": {
    description: "The rate that counted the request: `q` requests in a window of `w` seconds",
    schema: { type: "string" as const, example: '"default";q=600;w=60' },
  },
  RateLimit: {
    description: "What is left of it: `r` requests, until the next window begins in `t` seconds",
    schema: { type: "string" as const, example: '"default";r=598;t=41' },
  },
};

const retryHeader = {
  "Retry-After": {
    description: "In how many seconds to come again",
    schema: { type: "string" as const, example: "41" },
  },
};

const withHeaders = <T extends object>(response: T, headers: object) => ({
  ...response,
  headers: { ...headers, ...("headers" in response ? (response.headers as object) : {}) },
});

const answerHeaders = { ...versionHeader, ...rateHeaders };

/** Whether a request without a body is refused. */
function isNeeded({ request }: RouteConfig): boolean {
  return Object.values(request?.body?.content ?? {}).every(
    (media) =>
      !(media && "schema" in media && media.schema instanceof z.ZodType) ||
      !media.schema.safeParse(undefined).success,
  );
}

/** A contract with what every operation has: the version header, the shared refusals, the Idempotency-Key. */
export function published<R extends RouteConfig>(contract: R, repeatable: boolean): RouteConfig {
  const asked = contract.request?.headers;
  const shared = problems(
    invalidRequest,
    ...(contract.security?.length === 0 ? [] : [unauthenticated]),
    ...(contract.security?.length === 0 || contract.method === "get" ? [] : [foreignOrigin]),
    ...(repeatable ? [idempotencyKeyBusy, idempotencyKeyReused] : []),
    ...(contract.method === "get" ? [] : [conflict]),
    ...(asked === IfMatch || asked === IfMatchOnceThere ? [versionNotNamed, versionOutdated] : []),
    // A body is read and measured where none is asked for, too.
    ...(contract.method === "get" ? [] : [bodyTooLarge, unsupportedMediaType]),
    tooManyRequests,
    unexpectedFailure,
    busy,
    databaseBehind,
    tooSlow,
  );
  const responses: RouteConfig["responses"] = {
    ...shared,
    429: withHeaders(shared[429], { ...rateHeaders, ...retryHeader }),
  };
  for (const [status, response] of Object.entries(contract.responses)) {
    const common = shared[Number(status) as keyof typeof shared];
    const own = Number(status) < 300 ? withHeaders(response, answerHeaders) : response;
    responses[status] = common
      ? { ...own, description: `${(own as { description: string }).description} ${common.description}` }
      : own;
  }
  if (contract.method === "get" && successOf(contract).tagged)
    responses[304] = {
      description: "Nothing has changed since the version that If-None-Match names",
      headers: { ...(successOf(contract).open ? publicHeaders : etagHeader), ...answerHeaders },
    };
  const request = {
    ...contract.request,
    ...(repeatable && { headers: IdempotencyHeader }),
    ...(contract.request?.body && { body: { ...contract.request.body, required: isNeeded(contract) } }),
  };
  return createRoute({ ...contract, request, responses });
}
