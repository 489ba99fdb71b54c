import fc, { type Arbitrary } from "fast-check";
import { nearlyValid } from "./broken.ts";
import { faultsOf } from "./conform.ts";
import type { Described, Parameter, Schema } from "./document.ts";
import { hostileText, type Raw, spoiledBody, spoiledValue } from "./hostile.ts";
import { type Source, valid } from "./valid.ts";

export const kinds = ["valid", "nearly valid", "hostile"] as const;
export type Kind = (typeof kinds)[number];

/** One request, but for who sends it. */
export interface Attempt {
  kind: Kind;
  marker: string;
  path: string;
  headers: Record<string, string>;
  body: Raw | undefined;
}

interface Parts {
  parameters: Record<string, unknown>;
  body: unknown;
  raw?: Raw;
  headers?: Record<string, string>;
}

/** Requests of one kind to an operation, drawn from `source`. */
export function attemptsAt(
  operation: Described,
  kind: Kind,
  source: Omit<Source, "words">,
): Arbitrary<Attempt> {
  return fc.integer({ min: 0, max: 2 ** 32 - 1 }).chain((number) => {
    const marker = `zq${number.toString(36).padStart(7, "0")}`;
    const words = fc.constantFrom(marker, `${marker} hulp`, `van ${marker}`);
    return partsAt(operation, kind, { ...source, words }, fc.constant(marker)).map((parts) => ({
      kind,
      marker,
      ...rendered(operation, parts),
    }));
  });
}

function partsAt(operation: Described, kind: Kind, source: Source, marker: Arbitrary<string>) {
  const parameters = valid(parametersSchema(operation), source) as Arbitrary<Record<string, unknown>>;
  const schema = operation.body?.["application/json"]?.schema;
  const body = schema ? valid(schema, source) : fc.constant(undefined);
  const right = fc.record({ parameters, body });
  if (kind === "valid") return right;
  const wrong = kind === "hostile" ? hostile : broken;
  return right.chain((parts) => wrong(operation, parts, marker));
}

/** The parameters as one object, of which the headers are right or left out. */
function parametersSchema({ parameters }: Described): Schema {
  return {
    type: "object",
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  };
}

function broken(operation: Described, parts: Parts, marker: Arbitrary<string>): Arbitrary<Parts> {
  const schema = operation.body?.["application/json"]?.schema;
  const bodies = nearlyValid(schema ?? {}, fc.constant(parts.body), marker).map((body) => ({
    ...parts,
    body,
  }));
  const inQuery = { ...operation, parameters: operation.parameters.filter((given) => given.in === "query") };
  const query = valuesOf(inQuery.parameters, parts.parameters);
  const spoiledQuery = nearlyValid(parametersSchema(inQuery), fc.constant(query), marker)
    .filter((given) => isObject(given) && faultsAsSent(inQuery, given).length > 0)
    .map((given) => ({
      ...parts,
      parameters: { ...parts.parameters, ...without(query), ...(given as object) },
    }));
  return schema && schema.type !== "string"
    ? fc.oneof({ weight: 3, arbitrary: bodies }, spoiledQuery)
    : spoiledQuery;
}

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const without = (fields: object) => Object.fromEntries(Object.keys(fields).map((name) => [name, undefined]));
const valuesOf = (parameters: Parameter[], values: Record<string, unknown>) =>
  Object.fromEntries(parameters.filter(({ name }) => name in values).map(({ name }) => [name, values[name]]));

/** In a URL everything is text: what breaks a rule as a value may keep it as text. */
function faultsAsSent(operation: Described, given: object): string[] {
  const sent = Object.entries(given).filter(([, value]) => !(Array.isArray(value) && value.length === 0));
  const read = sent.map(([name, value]) => {
    const { schema } = operation.parameters.find((parameter) => parameter.name === name) ?? { schema: {} };
    return [name, asRead(schema, value)];
  });
  return faultsOf(parametersSchema(operation), Object.fromEntries(read), { closed: false });
}

function asRead(schema: Schema, value: unknown): unknown {
  if (schema.type === "array") return [value].flat().map((item) => asRead(schema.items ?? {}, item));
  const text = Array.isArray(value) && value.length === 1 ? String(value[0]) : String(value);
  if (schema.type === "integer" || schema.type === "number") return text.trim() === "" ? text : Number(text);
  return schema.type === "boolean" && /^(true|false)$/.test(text) ? text === "true" : text;
}

function hostile(operation: Described, parts: Parts, marker: Arbitrary<string>): Arbitrary<Parts> {
  const names = [...operation.parameters.map(({ name }) => name), "surprise", "__proto__"];
  const text = hostileText(marker);
  const spoiledParameter = fc
    .tuple(fc.constantFrom(...names), fc.oneof(text, fc.array(text, { minLength: 2, maxLength: 3 })))
    .map(([name, value]) => ({ ...parts, parameters: { ...parts.parameters, [name]: value } }));
  const spoiledHeaders = fc
    .tuple(fc.constantFrom(...headerNames), text)
    .map(([name, value]) => ({ ...parts, headers: { [name]: asHeader(value) } }));
  const body = fc.constant(parts.body);
  const bodies = [
    spoiledValue(body, marker).map((value) => ({ ...parts, body: value })),
    spoiledValue(body, marker).map((value) => ({ ...parts, body: value })),
    spoiledBody(body, marker).map((raw) => ({ ...parts, raw })),
  ];
  return fc.oneof(spoiledParameter, spoiledHeaders, ...(operation.body ? bodies : bodies.slice(2)));
}

const headerNames = [
  "if-match",
  "if-none-match",
  "idempotency-key",
  "x-http-method-override",
  "x-forwarded-for",
  "x-request-id",
  "accept-language",
  "dpop",
  "range",
];

/** What a header can carry at all. */
const asHeader = (value: string) => value.replaceAll(/[^\t\x20-\x7e\xa0-\xff]/g, "?").trim();

function rendered(operation: Described, parts: Parts): Pick<Attempt, "path" | "headers" | "body"> {
  const query = new URLSearchParams();
  const headers: Record<string, string> = {};
  let path = operation.path;
  const places = new Map(operation.parameters.map((parameter) => [parameter.name, parameter.in]));
  for (const [name, value] of Object.entries(parts.parameters)) {
    if (value === undefined) continue;
    const values = [value].flat().map(asText);
    const place = places.get(name) ?? "query";
    if (place === "path") path = path.replace(`{${name}}`, () => encodeURIComponent(values[0] ?? ""));
    else if (place === "header") headers[name] = asHeader(values[0] ?? "");
    else for (const item of values) query.append(name, item);
  }
  const body =
    parts.raw ?? (parts.body === undefined ? undefined : { text: JSON.stringify(parts.body) ?? "" });
  return {
    path: query.size > 0 ? `${path}?${query}` : path,
    headers: { ...headers, ...parts.headers },
    body,
  };
}

const asText = (value: unknown) =>
  (typeof value === "object" ? JSON.stringify(value) : String(value)).toWellFormed();
