import { z } from "@hono/zod-openapi";
import type { ContentfulStatusCode } from "hono/utils/http-status";

export const Fault = z
  .object({
    in: z.enum(["path", "query", "header", "body"]).openapi({ description: "Where the fault is" }),
    pointer: z.string().openapi({
      description: "The faulty field: a JSON Pointer (RFC 6901) into the body, or the parameter's name",
      example: "/summary/ageBand",
    }),
    detail: z.string().openapi({ description: "What would be right", example: "must be one of: nl, en" }),
  })
  .openapi("Fault");
export type Fault = z.infer<typeof Fault>;

export const ProblemDetails = z
  .object({
    type: z.string().openapi({
      description: "Which problem, as a path of this service: the same for every occurrence",
      example: "/problems/referral-not-found",
    }),
    title: z.string().openapi({ example: "No such referral" }),
    status: z.int().openapi({ description: "The HTTP status code", example: 404 }),
    detail: z.string().openapi({ description: "What it means here and what helps" }),
    instance: z.string().openapi({
      description: "This occurrence: the request's id, to be named when asking for help",
      example: "urn:uuid:0b51cbd5-4f60-4a3e-8f2f-5a0f6a2a7a11",
    }),
    errors: z.array(Fault).optional().openapi({ description: "Every fault found in the request" }),
  })
  .openapi("Problem", { description: "A refusal (RFC 9457). It never repeats what was sent." });

export interface ProblemDefinition<S extends ContentfulStatusCode = ContentfulStatusCode> {
  code: string;
  status: S;
  title: string;
  detail: string;
}

export function defineProblem<const S extends ContentfulStatusCode>(
  code: string,
  status: S,
  title: string,
  detail = title,
): ProblemDefinition<S> {
  return { code, status, title, detail };
}

interface Particulars {
  /** Replaces the definition's; must not quote what was received. */
  detail?: string;
  errors?: Fault[];
  headers?: Record<string, string>;
  /** Extension members (RFC 9457, section 3.2), as the operation's contract declares them. */
  members?: Record<string, unknown>;
}

export class Problem extends Error {
  readonly definition: ProblemDefinition;
  readonly particulars: Particulars;

  /** `cause` is for whoever runs the service by hand; it is neither answered nor logged. */
  constructor(definition: ProblemDefinition, particulars: Particulars = {}, cause?: unknown) {
    super(definition.code, { cause });
    this.name = "Problem";
    this.definition = definition;
    this.particulars = particulars;
  }

  toResponse(requestId: string): Response {
    const { code, status, title, detail } = this.definition;
    const { errors, headers, members } = this.particulars;
    const body = {
      type: `/problems/${code}`,
      title,
      status,
      detail: this.particulars.detail ?? detail,
      instance: `urn:uuid:${requestId}`,
      ...(errors && { errors }),
      ...members,
    };
    return new Response(JSON.stringify(body), {
      status,
      headers: { ...headers, "content-type": "application/problem+json" },
    });
  }
}

export function fail(definition: ProblemDefinition, particulars?: Particulars): never {
  throw new Problem(definition, particulars);
}

type ProblemResponse = {
  description: string;
  content: { "application/problem+json": { schema: typeof ProblemDetails } };
};

/** The refusals of one operation as OpenAPI responses, several codes under one status where they share it. */
export function problems<const S extends ContentfulStatusCode>(...definitions: ProblemDefinition<S>[]) {
  const responses: Partial<Record<S, ProblemResponse>> = {};
  for (const { status, code, title } of definitions) {
    const line = `\`${code}\`: ${title}.`;
    const earlier = responses[status]?.description;
    responses[status] = {
      description: earlier ? `${earlier} ${line}` : line,
      content: { "application/problem+json": { schema: ProblemDetails } },
    };
  }
  return responses as Record<S, ProblemResponse>;
}

export const invalidRequest = defineProblem(
  "invalid-request",
  400,
  "The request is not as the contract says",
  "Each entry of errors names a field and what would be right. Nothing was changed.",
);
export const unauthenticated = defineProblem(
  "unauthenticated",
  401,
  "A valid access token is needed",
  "Send a current access token of this service: as a bearer token, or with a new proof where it is bound to a key. A signed-in person signs in again.",
);
export const foreignOrigin = defineProblem(
  "foreign-origin",
  403,
  "A change by a signed-in person comes from a page of this service",
  "Nothing was changed. The request's Origin or Sec-Fetch-Site header has to name this service itself.",
);
export const routeNotFound = defineProblem("route-not-found", 404, "There is nothing at this path");
export const methodNotAllowed = defineProblem(
  "method-not-allowed",
  405,
  "This path does not know that method",
  "The Allow header names the methods that this path knows.",
);
export const notAcceptable = defineProblem(
  "not-acceptable",
  406,
  "The answer cannot be given in that form",
  "This service answers in JSON: accept application/json.",
);
export const idempotencyKeyBusy = defineProblem(
  "idempotency-key-busy",
  409,
  "The first request with this Idempotency-Key is still running",
  "Repeat the request in a moment.",
);
export const conflict = defineProblem(
  "conflict",
  409,
  "It does not go together with what stands there now",
  "Nothing was changed. Read what there is, and decide anew.",
);
export const bodyTooLarge = defineProblem(
  "body-too-large",
  413,
  "The body is too large",
  "A body may have at most 64 KiB.",
);
export const targetTooLong = defineProblem(
  "target-too-long",
  414,
  "The address is too long",
  "An address may have at most 8 KiB. What is long belongs in a body.",
);
export const unsupportedMediaType = defineProblem(
  "unsupported-media-type",
  415,
  "The body is not JSON",
  "Send application/json in UTF-8, without a content encoding.",
);
export const idempotencyKeyReused = defineProblem(
  "idempotency-key-reused",
  422,
  "This Idempotency-Key was used with another body",
  "Take a new key for a new request.",
);
export const tooManyRequests = defineProblem(
  "too-many-requests",
  429,
  "The quota of this window is used up",
  "Nothing was changed. Retry-After says in how many seconds the next window begins.",
);
export const unexpectedFailure = defineProblem(
  "unexpected-failure",
  500,
  "Something went wrong on our side",
  "Nothing was changed. The instance names the request for whoever looks into it.",
);
export const busy = defineProblem(
  "busy",
  503,
  "Too much at once",
  "Nothing was changed. Repeat the request in a moment.",
);
export const databaseBehind = defineProblem(
  "database-behind",
  503,
  "The service is being restored",
  "Its database does not know of everything that was taken away, and is not served until it does. Nothing was changed.",
);
export const tooSlow = defineProblem(
  "no-answer-in-time",
  503,
  "The answer took too long",
  "It may have been done all the same. Repeat the request with the same Idempotency-Key, or read the record.",
);
