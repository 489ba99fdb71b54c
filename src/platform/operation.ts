import { createRoute, type RouteConfig, z } from "@hono/zod-openapi";
import type { Context } from "./context.ts";
import { findFaults } from "./faults.ts";
import { AlreadyAnswered } from "./idempotency.ts";
import { readJson } from "./json.ts";
import {
  bodyTooLarge,
  busy,
  fail,
  idempotencyKeyBusy,
  idempotencyKeyReused,
  invalidRequest,
  problems,
  unauthenticated,
  unexpectedFailure,
  unsupportedMediaType,
} from "./problem.ts";

type Success = 200 | 201 | 202;
type SuccessOf<R extends RouteConfig> = Extract<keyof R["responses"], Success>;
type AnswerOf<R extends RouteConfig> = [SuccessOf<R>] extends [never]
  ? undefined
  : R["responses"][SuccessOf<R>] extends {
        content: { "application/json": { schema: infer S extends z.ZodType } };
      }
    ? z.input<S>
    : undefined;

type RequestOf<R extends RouteConfig> = NonNullable<R["request"]>;
type Output<T> = T extends z.ZodType ? z.output<T> : undefined;
type BodySchema<R extends RouteConfig> =
  RequestOf<R> extends { body: { content: { "application/json": { schema: infer S } } } } ? S : undefined;
export interface InputOf<R extends RouteConfig> {
  params: Output<RequestOf<R>["params"]>;
  query: Output<RequestOf<R>["query"]>;
  body: Output<BodySchema<R>>;
}

/** A contract bound to what it does. */
export interface Operation {
  operationId: string;
  /** The contract as published: with the headers and refusals that all operations share. */
  route: RouteConfig;
  respond(request: Request, ctx: Context, params: Record<string, string>): Promise<Response>;
}

/**
 * Binds a contract to its action. `replay` presents the record again, as it is now, to a repeated
 * Idempotency-Key; an operation that creates or moves something has one.
 */
export function operation<R extends RouteConfig & { operationId: string }>(
  contract: R,
  run: (ctx: Context, input: InputOf<R>) => Promise<AnswerOf<R>>,
  replay?: (ctx: Context, recordId: string) => Promise<AnswerOf<R>>,
): Operation {
  const { status, schema } = successOf(contract);
  return {
    operationId: contract.operationId,
    route: published(contract, replay !== undefined),
    async respond(request, ctx, params) {
      const input = await readInput(contract, request, params);
      const key = replay && idempotencyKeyOf(request, ctx, input.body);
      const keyed = key ? { ...ctx, idempotencyKey: key } : ctx;
      const answer = await run(keyed, input).catch((error) => {
        if (replay && error instanceof AlreadyAnswered) return replay(ctx, error.recordId);
        throw error;
      });
      return respondWith(request, status, schema, answer);
    },
  };
}

function respondWith(request: Request, status: Success, schema: z.ZodType | undefined, answer: unknown) {
  if (!schema) return new Response(null, { status: 204 });
  // Through the contract's schema: a field that it does not name never leaves.
  const body = schema.parse(answer) as { nextCursor?: string };
  const headers = new Headers({ "content-type": "application/json" });
  if (body.nextCursor && request.method === "GET") {
    const next = new URL(request.url);
    next.searchParams.set("cursor", body.nextCursor);
    headers.set("link", `<${next.pathname}${next.search}>; rel="next"`);
  }
  return new Response(JSON.stringify(body), { status, headers });
}

/** Reads and checks all parts of the request, and refuses with every fault at once. */
async function readInput<R extends RouteConfig>(
  contract: R,
  request: Request,
  params: Record<string, string>,
): Promise<InputOf<R>> {
  const body = await readJson(request);
  const bodySchema = bodySchemaOf(contract);
  const parts = [
    ["path", contract.request?.params, params],
    ["query", contract.request?.query ?? z.strictObject({}), queryOf(request, contract.request?.query)],
    ["body", bodySchema ?? z.undefined(), body],
  ] as const;
  const values = parts.map(([part, schema, value]) =>
    schema instanceof z.ZodType ? { part, result: schema.safeParse(value) } : undefined,
  );
  const errors = values.flatMap((checked) =>
    checked?.result.error ? findFaults(checked.part, checked.result.error) : [],
  );
  if (errors.length > 0) fail(invalidRequest, { errors });
  const [path, query, parsed] = values.map((checked) => checked?.result.data);
  // The contract's own schemas made these values.
  return { params: path, query, body: parsed } as InputOf<R>;
}

function bodySchemaOf(contract: RouteConfig): z.ZodType | undefined {
  const content = contract.request?.body?.content["application/json"];
  return content && "schema" in content && content.schema instanceof z.ZodType ? content.schema : undefined;
}

/** The query as an object: a list where the contract asks for one or a key is repeated. */
function queryOf(request: Request, schema: unknown): Record<string, string | string[]> {
  if (!request.url.includes("?")) return {};
  const { searchParams } = new URL(request.url);
  const shape = schema instanceof z.ZodObject ? schema.shape : {};
  const query: Record<string, string | string[]> = {};
  for (const key of new Set(searchParams.keys())) {
    const all = searchParams.getAll(key);
    const field = Object.hasOwn(shape, key) ? shape[key] : undefined;
    const inner = field instanceof z.ZodOptional ? field.unwrap() : field;
    query[key] = inner instanceof z.ZodArray || all.length > 1 ? all : (all[0] ?? "");
  }
  return query;
}

const keyForm = /^(?:"[\x21\x23-\x7e]{1,200}"|[\x21\x23-\x7e]{1,200})$/;

/** Quoted (a structured field, as the draft standard has it) or bare. */
function idempotencyKeyOf(request: Request, ctx: Context, body: unknown) {
  const header = request.headers.get("idempotency-key");
  if (header === null) return undefined;
  if (!keyForm.test(header)) {
    const detail = "must be 1 to 200 visible ASCII characters, quoted or bare";
    fail(invalidRequest, { errors: [{ in: "header", pointer: "Idempotency-Key", detail }] });
  }
  const key = header.replace(/^"(.*)"$/, "$1");
  const { id, onBehalfOf = "" } = ctx.actor;
  const { pathname } = new URL(request.url);
  return {
    key: ctx.secrets.fingerprint("idempotency", id, onBehalfOf, request.method, pathname, key),
    body: ctx.secrets.fingerprint("idempotency", JSON.stringify(body) ?? ""),
  };
}

function successOf(route: RouteConfig): { status: Success; schema: z.ZodType | undefined } {
  const status = ([200, 201, 202] as const).find((candidate) => candidate in route.responses) ?? 200;
  const response = route.responses[status];
  const content = response && "content" in response ? response.content?.["application/json"] : undefined;
  const schema = content && "schema" in content ? content.schema : undefined;
  return { status, schema: schema instanceof z.ZodType ? schema : undefined };
}

export const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { "application/json": { schema } },
});

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

/** Adds what every operation has: the version header, the shared refusals, the Idempotency-Key. */
function published<R extends RouteConfig>(contract: R, repeatable: boolean): RouteConfig {
  const shared = problems(
    invalidRequest,
    ...(contract.security?.length === 0 ? [] : [unauthenticated]),
    ...(repeatable ? [idempotencyKeyBusy, idempotencyKeyReused] : []),
    ...(contract.request?.body ? [bodyTooLarge, unsupportedMediaType] : []),
    unexpectedFailure,
    busy,
  );
  const responses: RouteConfig["responses"] = { ...shared };
  for (const [status, response] of Object.entries(contract.responses)) {
    const common = shared[Number(status) as keyof typeof shared];
    const own = Number(status) < 300 ? { ...response, headers: versionHeader } : response;
    responses[status] = common
      ? { ...own, description: `${(own as { description: string }).description} ${common.description}` }
      : own;
  }
  const request = { ...contract.request, ...(repeatable && { headers: IdempotencyHeader }) };
  return createRoute({ ...contract, request, responses });
}
