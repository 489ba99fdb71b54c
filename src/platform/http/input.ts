import { type RouteConfig, z } from "@hono/zod-openapi";
import type { Context } from "../context.ts";
import { IfMatch, versionNotNamed } from "./entity-tag.ts";
import { findFaults, pointerTo } from "./faults.ts";
import { type JsonBody, readJson, repeated } from "./json.ts";
import { fail, invalidRequest } from "./problem.ts";

type RequestOf<R extends RouteConfig> = NonNullable<R["request"]>;
type Output<T> = T extends z.ZodType ? z.output<T> : undefined;
type BodySchema<R extends RouteConfig> =
  RequestOf<R> extends { body: { content: { "application/json": { schema: infer S } } } } ? S : undefined;
export interface InputOf<R extends RouteConfig> {
  params: Output<RequestOf<R>["params"]>;
  query: Output<RequestOf<R>["query"]>;
  body: Output<BodySchema<R>>;
  /** The versions that an edit names; empty where it names none. */
  ifMatch: string;
}

/** Reads and checks all parts of the request, and refuses with every fault at once. */
export async function readInput<R extends RouteConfig>(
  contract: R,
  request: Request,
  params: Record<string, string>,
): Promise<InputOf<R>> {
  const body = await readJson(request, Object.keys(contract.request?.body?.content ?? jsonContent));
  return checkInput(contract, request, params, bodySchemaOf(contract), body);
}

/** The same, of a body that was read or is read later. */
export function checkInput<R extends RouteConfig>(
  contract: R,
  request: Request,
  params: Record<string, string>,
  bodySchema?: z.ZodType,
  body: JsonBody = { value: undefined },
): InputOf<R> {
  const parts = [
    ["path", contract.request?.params, params],
    ["query", contract.request?.query ?? noQuery, queryOf(request, contract.request?.query)],
    ["body", bodySchema ?? noBody, body.value],
  ] as const;
  const values = parts.map(([part, schema, value]) =>
    schema instanceof z.ZodType ? { part, result: schema.safeParse(value) } : undefined,
  );
  const errors = values.flatMap((checked) =>
    checked?.result.error ? findFaults(checked.part, checked.result.error) : [],
  );
  if (body.repeating) {
    // A key may be told where every key of the body is one of the contract's.
    const where = values.at(-1)?.result.success ? body.repeating : [];
    errors.push({ in: "body", pointer: pointerTo(where), detail: repeated });
  }
  if (errors.length > 0) fail(invalidRequest, { errors });
  const [path, query, parsed] = values.map((checked) => checked?.result.data);
  const ifMatch = request.headers.get("if-match") ?? "";
  if (contract.request?.headers === IfMatch && ifMatch === "") fail(versionNotNamed);
  // The contract's own schemas made these values.
  return { params: path, query, body: parsed, ifMatch } as InputOf<R>;
}

// Made once: a schema costs more to make than to ask.
const noQuery = z.strictObject({});
/** Nothing, or an object without a field: clients there are that send one with every POST. */
const noBody = z
  .strictObject({})
  .optional()
  .transform(() => undefined);

const jsonContent = { "application/json": {} };

function bodySchemaOf(contract: RouteConfig): z.ZodType | undefined {
  const content = contract.request?.body?.content["application/json"];
  return content && "schema" in content && content.schema instanceof z.ZodType ? content.schema : undefined;
}

/** The query as an object: a list where the contract asks for one or a key is repeated. */
function queryOf(request: Request, schema: unknown): Record<string, string | string[]> {
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
export function idempotencyKeyOf(request: Request, ctx: Context, body: unknown) {
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
