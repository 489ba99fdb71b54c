import { z } from "@hono/zod-openapi";
import { describe, expect, test as plain } from "vitest";
import { operations } from "../../src/app.ts";
import { placesOf } from "../fuzz/broken.ts";
import { type Described, described, resolve, type Schema, variantsOf } from "../fuzz/document.ts";
import { makeReferral } from "../handoff/make.ts";
import { rightOne } from "../strangers/look.ts";
import { sharingTest as test } from "../world/world.ts";
import { samples } from "./samples.ts";

/** What only the service itself says of a record, and what JavaScript gives every object. */
const notTheirs = [
  "id",
  "status",
  "state",
  "participantId",
  "senderId",
  "recipientId",
  "createdBy",
  "ownerId",
  "consent",
  "consentId",
  "acknowledgedAt",
  "offeredAt",
  "version",
  "__proto__",
  "constructor",
];

/** HSDS records carry whatever else their source has, which is not kept. */
const openByStandard = "HsdsRecord";

const withBody = described.filter(({ body }) => body?.["application/json"]);
const schemaOf = ({ body }: Described): Schema => body?.["application/json"]?.schema ?? {};

/** Every object that a schema holds, by where it stands, but for the one that HSDS leaves open. */
function objectsIn(given: Schema, at: string): { at: string; schema: Schema }[] {
  if (given.$ref?.endsWith(`/${openByStandard}`)) return [];
  const variants = variantsOf(resolve(given));
  if (variants.length > 1) return variants.flatMap((variant) => objectsIn(variant, at));
  return variants.flatMap((schema) => {
    const inner = Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
      objectsIn(field, `${at}/${name}`),
    );
    const items = schema.items ? objectsIn(schema.items, `${at}/*`) : [];
    return [...(schema.type === "object" ? [{ at, schema }] : []), ...inner, ...items];
  });
}

plain("every object that a request may hold is closed in the document", () => {
  const open = withBody.flatMap((operation) =>
    objectsIn(schemaOf(operation), operation.operationId)
      .filter(({ schema }) => schema.additionalProperties !== false)
      .map(({ at }) => at),
  );
  expect(open).toEqual([]);
});

plain("every object that a contract takes is strict, at every level", () => {
  const loose = operations.flatMap(({ operationId, route }) => {
    const content = Object.values(route.request?.body?.content ?? {});
    const parts = [
      route.request?.query,
      ...content.map((media) => media && "schema" in media && media.schema),
    ];
    return parts.flatMap((part) => (part instanceof z.ZodType ? looseIn(part, operationId, new Set()) : []));
  });
  // HSDS records carry whatever else their source has.
  expect(loose.filter((at) => !at.startsWith("createImport"))).toEqual([]);
});

function looseIn(schema: z.ZodType, at: string, seen: Set<z.ZodType>): string[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  if (schema instanceof z.ZodObject) {
    const { catchall } = schema.def;
    const own = catchall instanceof z.ZodNever ? [] : [at];
    return [
      ...own,
      ...Object.entries(schema.shape).flatMap(([name, field]) =>
        looseIn(field as z.ZodType, `${at}/${name}`, seen),
      ),
    ];
  }
  return innerOf(schema).flatMap((inner) => looseIn(inner, at, seen));
}

/** The schemas of which a schema that is no object is made. */
const innerOf = ({ def }: z.ZodType): z.ZodType[] =>
  Object.values(def)
    .flatMap((part) => (Array.isArray(part) ? part : [part]))
    .filter(isSchema);

const isSchema = (part: unknown): part is z.ZodType => part instanceof z.ZodType;

describe.each(withBody.filter(({ operationId }) => operationId !== "createImport"))(
  "$operationId",
  ({ operationId, ...operation }) => {
    test("takes nothing that is the service's to say, at the top or below", async ({ world }) => {
      const sample = await samples[operationId]?.make(world, world.eva);
      if (!sample) throw new Error("there is no sample");
      const person = await rightOne(world, operationId);
      const known = knownFields(schemaOf({ operationId, ...operation }));
      const objects = placesOf(sample.body ?? {}).filter((at) => isObject(valueAt(sample.body ?? {}, at)));
      const taken: string[] = [];
      for (const at of objects.filter(({ length }) => length <= 2))
        for (const name of notTheirs.filter((candidate) => !known.has(candidate))) {
          const text = withField(sample.body ?? {}, at, name);
          const { status } = await world.send(person, sample.method, sample.path, text, {
            "content-type": "application/json",
            ...sample.headers,
          });
          if (status !== 400) taken.push(`${[...at, name].join(".")}: ${status}`);
        }
      expect(taken).toEqual([]);
    });
  },
);

const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);
const valueAt = (value: unknown, at: readonly (string | number)[]): unknown =>
  at.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], value);

/** Fields that some object of the request has of its own. */
const knownFields = (schema: Schema) =>
  new Set(objectsIn(schema, "").flatMap((found) => Object.keys(found.schema.properties ?? {})));

/** As text: an object of JavaScript would keep `__proto__` to itself. */
function withField(body: unknown, at: readonly (string | number)[], name: string): string {
  const mark = "\u2063mark";
  const copy = structuredClone(body);
  (valueAt(copy, at) as Record<string, unknown>)[mark] = { id: "00000000-0000-4000-8000-000000000000" };
  return JSON.stringify(copy).replace(JSON.stringify(mark), JSON.stringify(name));
}

test("before it accepts, a partner sees the coded minimum and not a field more", async ({ world }) => {
  for (const state of ["offered", "acknowledged"] as const) {
    const { path } = await makeReferral(world, state);
    const { body } = await world.as(world.noor).get(path);
    const later = state === "acknowledged" ? ["acknowledged"] : [];
    expect(Object.keys(body).sort()).toEqual([...minimum, ...later].sort());
    expect(Object.keys(body.summary).sort()).toEqual(codes);
    expect(Object.keys(body.sender).sort()).toEqual(["id", "name"]);
    expect(Object.keys(body.service).sort()).toEqual(["id", "name"]);
  }
});

const minimum = ["direction", "id", "state", "sender", "service", "summary", "offeredAt", "dueAt"];
const codes = [
  "ageBand",
  "ageBandOf",
  "domain",
  "language",
  "province",
  "relation",
  "safetyFlags",
  "topics",
  "urgency",
];
