import { expect, test } from "vitest";
import type { OpenApiDocument, Schema } from "../../src/reference/document.ts";
import { exampleOf } from "../../src/reference/example.ts";

const tree = { $ref: "#/components/schemas/Tree" };
const document: OpenApiDocument = {
  openapi: "3.1.0",
  info: { title: "Sample", version: "1" },
  components: {
    schemas: {
      Tree: {
        type: "object",
        properties: { name: { type: "string", example: "oak" }, branches: { type: "array", items: tree } },
      },
    },
  },
};

const cases: [string, Schema, unknown][] = [
  ["its own example", { type: "string", example: "oak", default: "elm" }, "oak"],
  ["the first of several", { type: "string", examples: ["oak", "elm"] }, "oak"],
  ["the first of its values", { enum: ["nl", "en"] }, "nl"],
  ["what counts unless given", { type: "integer", default: 25 }, 25],
  ["the least number above zero", { type: "integer", minimum: 18 }, 18],
  ["a time where a time is due", { type: "string", format: "date-time" }, "2026-11-24T09:30:00Z"],
  ["not null where there is another way", { anyOf: [{ type: "null" }, { type: "boolean" }] }, true],
  ["the kind that may be null", { type: ["boolean", "null"] }, true],
  [
    "no text that may be left out",
    { properties: { a: { type: "string" }, b: { type: "string" } }, required: ["b"] },
    { b: "…" },
  ],
  ["nothing that is deprecated", { properties: { a: { type: "integer", deprecated: true } } }, {}],
  ["a schema that holds itself, once", tree, { name: "oak", branches: [] }],
];

test.each(cases)("an example shows %s", (_, schema, expected) => {
  expect(exampleOf(document, schema)).toEqual(expected);
});

test("an id is the same wherever its name is, and another under another name", () => {
  const id = (name: string) => exampleOf(document, { type: "string", format: "uuid" }, name);
  expect(id("caseId")).toBe(id("caseId"));
  expect(id("caseId")).not.toBe(id("consentId"));
  expect(id("caseId")).toMatch(/^[0-9a-f]{8}-5f60-4a3e-8f2f-5a0f6a2a7a11$/);
});
