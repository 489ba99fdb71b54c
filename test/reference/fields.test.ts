import { expect, test } from "vitest";
import type { OpenApiDocument, Schema } from "../../src/reference/document.ts";
import { fieldsOf } from "../../src/reference/fields.ts";

const document: OpenApiDocument = {
  openapi: "3.1.0",
  info: { title: "Sample", version: "1" },
  components: {
    schemas: {
      Place: { type: "object", properties: { town: { type: "string" } }, required: ["town"] },
      Tree: {
        type: "object",
        properties: { branches: { type: "array", items: { $ref: "#/components/schemas/Tree" } } },
      },
    },
  },
};
const place = { $ref: "#/components/schemas/Place" };
const string = { type: "string" };

const cases: [string, Schema, string[]][] = [
  ["a named schema at the top is entered", place, ["town!"]],
  ["a named schema in a field is not", { properties: { at: place }, required: ["at"] }, ["at!"]],
  ["a named schema that holds itself ends", { $ref: "#/components/schemas/Tree" }, ["branches"]],
  ["an unnamed object is entered", { properties: { at: { properties: { x: string } } } }, ["at", "at.x"]],
  [
    "the objects of a list are entered",
    { properties: { all: { type: "array", items: { properties: { x: string }, required: ["x"] } } } },
    ["all", "all[].x!"],
  ],
  ["a list at the top is entered", { type: "array", items: { properties: { x: string } } }, ["[].x"]],
  [
    "the values of a record are entered",
    { properties: { by: { additionalProperties: { properties: { x: string } } } } },
    ["by", "by.*.x"],
  ],
  ["a closed object has no others", { properties: { x: string }, additionalProperties: false }, ["x"]],
  [
    "alternatives are one list, required where all require",
    {
      anyOf: [
        { properties: { kind: { const: "a" }, x: string }, required: ["kind", "x"] },
        { properties: { kind: { const: "b" } }, required: ["kind"] },
        { type: "null" },
      ],
    },
    ["kind!", "x"],
  ],
  [
    "parts of allOf are merged",
    { allOf: [place, { properties: { x: string }, required: ["x"] }] },
    ["town!", "x!"],
  ],
  [
    "a named schema described anew stays named",
    { properties: { at: { allOf: [place, { description: "Here" }] } } },
    ["at"],
  ],
];

test.each(cases)("%s", (_, schema, expected) => {
  const fields = fieldsOf(document, schema).map(
    ({ within, name, required }) => within + name + (required ? "!" : ""),
  );
  expect(fields).toEqual(expected);
});
