import { describe, expect, test } from "vitest";
import { z } from "zod";
import { operations } from "../../src/app.ts";
import { createDocument } from "../../src/openapi.ts";
import { standardRates } from "../../src/rates.ts";

interface Leaf {
  where: string;
  schema: z.ZodType;
}

/** Every value that a request may hold, with what the contract demands of it. */
function* leavesOf(schema: z.ZodType, where: string): Generator<Leaf> {
  if (schema instanceof z.ZodObject)
    for (const [key, value] of Object.entries(schema.shape))
      yield* leavesOf(value as z.ZodType, `${where}/${key}`);
  else if (schema instanceof z.ZodArray) yield* leavesOf(schema.element as z.ZodType, `${where}/0`);
  else if (schema instanceof z.ZodUnion)
    for (const option of schema.options) yield* leavesOf(option as z.ZodType, where);
  else if (schema instanceof z.ZodLazy) yield* leavesOf(schema.unwrap() as z.ZodType, where);
  else if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly
  )
    yield* leavesOf(schema.unwrap() as z.ZodType, where);
  else if (schema instanceof z.ZodPipe && schema.in instanceof z.ZodTransform)
    yield* leavesOf(schema.out as z.ZodType, where);
  else if (
    schema instanceof z.ZodPipe &&
    (schema.in instanceof z.ZodObject || schema.in instanceof z.ZodArray)
  )
    yield* leavesOf(schema.in as z.ZodType, where);
  else yield { where, schema };
}

const leaves = operations
  .filter(({ streamed }) => !streamed)
  .flatMap(({ operationId, route }) =>
    [
      ["path", route.request?.params],
      ["query", route.request?.query],
      ...Object.values(route.request?.body?.content ?? {}).map(
        (content) => ["body", content && "schema" in content ? content.schema : undefined] as const,
      ),
    ].flatMap(([part, schema]) =>
      schema instanceof z.ZodType ? [...leavesOf(schema, `${operationId} ${part}`)] : [],
    ),
  );

/** The same demand stands in many contracts. */
const distinct = [...new Map(leaves.toReversed().map((leaf) => [leaf.schema, leaf])).values()];

/** The number of an event or change, which goes on for as long as the service does. */
const places = / query\/after$/;

const takes = ({ schema }: Leaf, value: unknown) => schema.safeParse(value).success;
const those = (what: (leaf: Leaf) => boolean, spared: RegExp = /^$/) => [
  ...new Set(distinct.filter((leaf) => !spared.test(leaf.where) && what(leaf)).map(({ where }) => where)),
];

/** Compared with what the service itself made, and kept nowhere. */
const cursors = / (?:query|body)\/cursor$/;

describe("of all that a request may hold", () => {
  test("there is much", () => {
    expect(leaves.length).toBeGreaterThan(500);
  });

  test.each([
    ["the end of text", "a\u0000b"],
    ["a bell", "a\u0007b"],
    ["an escape", "a\u001b[31mb"],
    ["a return", "a\rb"],
    ["a control of the second kind", "a\u0085b"],
    ["half a character", "a\ud800b"],
    ["the other half", "a\udc00b"],
  ])("nothing takes %s", (_, value) => {
    expect(those((leaf) => takes(leaf, value), cursors)).toEqual([]);
  });

  test("nothing is longer than its contract says", () => {
    expect(those((leaf) => takes(leaf, "x".repeat(200_000)))).toEqual([]);
  });

  test("what is text is kept in one spelling", () => {
    const spelledTwice = ({ schema }: Leaf) => {
      const { success, data } = schema.safeParse("Zoe\u0308");
      return success && typeof data === "string" && data !== data.normalize("NFC");
    };
    expect(those(spelledTwice, cursors)).toEqual([]);
  });

  test("names and other single lines hold nothing invisible", () => {
    const isLine = (leaf: Leaf) => takes(leaf, "two words") && !takes(leaf, "two\nlines");
    for (const hidden of ["a\u202eb", "a\u200bb", "a\ufeffb", "a\u2066b", "a\u061cb", "a\u2060b"])
      expect(those((leaf) => isLine(leaf) && takes(leaf, hidden), cursors)).toEqual([]);
  });

  test("what takes lines is free text", () => {
    const many = those((leaf) => takes(leaf, "two\nlines"), cursors).map((where) => where.split("/").at(-1));
    const free = [
      "accreditations alert amountDescription applicationProcess byyearday description details document",
      "eligibilityDescription extent feesDescription interpretationServices licenses name note notes source",
      "transportation uri waitTime",
      "address ifAnotherAnswers markdown municipality necessity newSince province text whoMayAnswer words",
      "address ifAnotherAnswers municipality necessity province reach text whoMayAnswer words",
      "address ifAnotherAnswers municipality necessity ownWords province text whoMayAnswer words",
    ].flatMap((line) => line.split(" "));
    expect([...new Set(many)].filter((field) => !free.includes(field ?? ""))).toEqual([]);
  });

  test("no time or date lies outside the calendar or the years that people live in", () => {
    for (const value of [
      "2026-02-30T00:00:00Z",
      "2026-02-29T00:00:00Z",
      "2026-13-01T00:00:00Z",
      "2026-01-01T24:00:00Z",
      "2026-01-01T23:59:60Z",
      "2026-01-01T00:00:00",
      "2026-01-01T00:00:00-00:00",
      "0000-01-01T00:00:00Z",
      "1899-12-31T00:00:00Z",
      "2101-01-01T00:00:00Z",
      "+002026-01-01T00:00:00Z",
      "infinity",
      "-infinity",
      "now",
    ])
      expect(those((leaf) => isTime(leaf) && takes(leaf, value))).toEqual([]);
    for (const value of [
      "2026-02-30",
      "2026-02-29",
      "2026-00-01",
      "0000-01-01",
      "26-01-01",
      "2026-1-1",
      "infinity",
    ])
      expect(those((leaf) => isDate(leaf) && takes(leaf, value))).toEqual([]);
  });

  test("no number is beyond what it counts, and none is anything else", () => {
    for (const value of [Number.POSITIVE_INFINITY, Number.NaN, "1"])
      expect(those((leaf) => isNumber(leaf) && takes(leaf, value), / query\//)).toEqual([]);
    for (const value of [2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e308, "1e9", "1.5", "NaN"])
      expect(those((leaf) => isWhole(leaf) && takes(leaf, value), places)).toEqual([]);
  });

  test("no id is written in another way than its own", () => {
    const id = "5a0f3a3e-6c8b-4a55-9d0c-6a4a4c7f1d10";
    const isId = isOnly(id);
    for (const value of [`{${id}}`, id.replaceAll("-", ""), `urn:uuid:${id}`, ` ${id}`, `${id}\n`, `${id}0`])
      expect(those((leaf) => isId(leaf) && takes(leaf, value), cursors)).toEqual([]);
  });
});

const others = ["two words", "word", "06 12345678", "x".repeat(36)];
const isOnly = (form: string) => (leaf: Leaf) =>
  takes(leaf, form) && !others.some((other) => takes(leaf, other));
const isTime = isOnly("2026-01-05T09:00:00Z");
const isDate = isOnly("2026-01-05");
const isNumber = (leaf: Leaf) => [0, 1, 5, 30, 100].some((value) => takes(leaf, value)) && !takes(leaf, "x");
const isWhole = (leaf: Leaf) => isNumber(leaf) && ![0.5, 1.5, 5.5].some((part) => takes(leaf, part));

describe("a Dutch citizen number", () => {
  /** Eleven-tested, as it is written in sentences. */
  const written = ["111222333", "1112.22.333", "111 222 333"].map(
    (number) => `Heeft nummer ${number} gegeven.`,
  );
  const takesOne = (leaf: Leaf) => written.some((text) => takes(leaf, text));

  test("is refused in every text that a member types about a person", () => {
    const handoff = /^(?!add|edit|changeSynonym|proposeCorrection|admit|search|suggest|list|lookUp)/;
    // The last three are what an identity provider calls itself and its people.
    const numbersThatPass = /\/(?:contact|number|kid|word|expected|issuer|roleMapping\/0\/value)$/;
    expect(
      those(
        (leaf) => handoff.test(leaf.where) && !numbersThatPass.test(leaf.where) && takesOne(leaf),
        cursors,
      ),
    ).toEqual([]);
  });

  test("and other nine digits are not", () => {
    const notes = leaves.find(({ where }) => where === "writeNote body/text");
    expect(notes?.schema.safeParse("Dossier 111222334 ligt klaar.").success).toBe(true);
    const refused = notes?.schema.safeParse(written[0]);
    expect(JSON.stringify(refused?.error?.issues)).toContain("no Dutch citizen number (BSN)");
  });

  test("may look like a phone number", () => {
    const phones = leaves.filter(({ where }) => /keepContact body\/phones\/0\/number$/.test(where));
    expect(phones.length).toBe(1);
    expect(phones.every((leaf) => takes(leaf, "111222333"))).toBe(true);
  });
});

test("every tag of an operation is described, and every request body says whether it must be there", () => {
  const document = createDocument(operations, "https://handreiking.example", standardRates);
  const described = new Set(document.tags?.map(({ name }) => name));
  const all = Object.values(document.paths ?? {}).flatMap((path) => Object.values(path));
  expect(all.length).toBeGreaterThan(200);
  expect(all.flatMap(({ tags = [] }) => tags).filter((tag: string) => !described.has(tag))).toEqual([]);
  const bodies = all.flatMap(({ requestBody }) => (requestBody ? [requestBody.required] : []));
  expect(new Set(bodies.map((required) => typeof required))).toEqual(new Set(["boolean"]));
  expect(bodies.filter(Boolean).length).toBeGreaterThan(100);
});
