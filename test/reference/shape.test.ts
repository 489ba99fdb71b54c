import { expect, test } from "vitest";
import type { Schema } from "../../src/reference/document.ts";
import { limitsOf, shape } from "../../src/reference/shape.ts";

const cases: [Schema, string][] = [
  [{ type: "string" }, "string"],
  [{ type: "string", format: "uuid", pattern: "^[0-9a-f-]+$" }, "string, uuid"],
  [{ type: ["string", "null"], format: "date" }, "string or null, date"],
  [{ type: "string", minLength: 1, maxLength: 200 }, "string; 1 to 200 characters"],
  [{ type: "string", maxLength: 1 }, "string; at most 1 character"],
  [{ type: "string", minLength: 2, maxLength: 2 }, "string; exactly 2 characters"],
  [{ type: "string", pattern: "^[a-z]+$" }, "string; matches ^[a-z]+$"],
  [{ type: "string", enum: ["nl", "en"] }, "one of nl, en"],
  [{ type: "string", enum: ["nl"] }, "nl"],
  [{ const: 1 }, "1"],
  [{ type: "integer", minimum: 1, maximum: 100, default: 25 }, "integer; 1 to 100; 25 unless given"],
  [{ type: "integer", minimum: 0 }, "integer; at least 0"],
  [{ type: "integer", minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }, "integer"],
  [{ type: "number", exclusiveMinimum: 0, maximum: 1.5 }, "number; at most 1.5, more than 0"],
  [
    { type: "array", items: { type: "string", maxLength: 9 }, maxItems: 3 },
    "list of string (at most 9 characters); at most 3 entries",
  ],
  [{ type: "array", items: { $ref: "#/components/schemas/Service" } }, "list of Service"],
  [{ anyOf: [{ $ref: "#/components/schemas/Service" }, { type: "null" }] }, "Service or null"],
  [{ oneOf: [{ type: "object", properties: {} }, { type: "object" }] }, "object"],
  [{ type: "object", additionalProperties: { type: "integer" } }, "object of integer"],
  [{}, "any value"],
];

test.each(cases)("%j is told as: %s", (schema, words) => {
  const told = [shape(schema), ...limitsOf(schema)].map(String).join("; ");
  expect(told.replaceAll(/<[^>]+>/g, "")).toBe(words);
});
