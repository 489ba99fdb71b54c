import { expect, test } from "vitest";
import type { Field } from "../../../src/directory/import/entities/index.ts";
import { classOf, readValue } from "../../../src/directory/import/values.ts";

const status: Field = { kind: "code", codes: ["active", "inactive"], required: true, fallback: "active" };

test.each<[Field, unknown, unknown]>([
  [{ kind: "url" }, "www.example.org/a", "https://www.example.org/a"],
  [{ kind: "url" }, "//example.org", "https://example.org"],
  [status, "", "active"],
  [status, undefined, "active"],
  [status, "Inactive ", "inactive"],
  [{ kind: "integer" }, " 18 ", 18],
  [{ kind: "number" }, "12,50", 12.5],
  [{ kind: "text" }, 3511, "3511"],
  [{ kind: "date" }, "2026-02-28T00:00:00Z", "2026-02-28"],
  [{ kind: "time" }, "9:00+01:00", "09:00:00"],
  [{ kind: "moment" }, "2026-02-28", "2026-02-28T00:00:00Z"],
  [{ kind: "moment" }, "2026-02-28T10:00:00", "2026-02-28T10:00:00Z"],
  [{ kind: "text" }, null, undefined],
  [{ kind: "date" }, "", undefined],
])("%j: %j is put right", (field, given, value) => {
  const reading = readValue(field, given);
  expect(reading.value).toBe(value);
  expect(reading.repair).toBeTypeOf("string");
});

test.each<[Field, unknown]>([
  [{ kind: "text" }, "as it is "],
  [{ kind: "text" }, ""],
  [{ kind: "url" }, "http://example.org"],
  [{ kind: "time" }, "22:00:00"],
  [{ kind: "time" }, "24:00:00"],
  [{ kind: "moment" }, "2026-02-28T10:00:00.123456+01:00"],
])("%j: %j is taken as it is", (field, given) => {
  expect(readValue(field, given)).toEqual({ value: given });
});

test.each<[Field, unknown]>([
  [{ kind: "text", required: true }, undefined],
  [{ kind: "text", required: true }, "  "],
  [{ kind: "text" }, true],
  [{ kind: "text" }, ["a"]],
  [{ kind: "text" }, "a\u0000b"],
  [{ kind: "text" }, "\ud800"],
  [{ kind: "text", longest: 100_000 }, "x".repeat(1_000_000)],
  [{ kind: "url" }, "javascript:alert(1)"],
  [{ kind: "url" }, "ftp://example.org"],
  [{ kind: "url" }, "not an address"],
  [{ kind: "integer" }, 1.5],
  [{ kind: "integer" }, 2 ** 31],
  [{ kind: "number" }, "1e3"],
  [{ kind: "date" }, "2026-02-30"],
  [{ kind: "date" }, "31-12-2026"],
  [{ kind: "date" }, "0000-01-01"],
  [{ kind: "time" }, "25:00"],
  [{ kind: "moment" }, "yesterday"],
  [status, "closed"],
  [{ kind: "boolean" }, "yes"],
])("%j: %j is refused", (field, given) => {
  const reading = readValue(field, given);
  expect(reading.refusal).toBeTypeOf("string");
  expect(reading.value).toBeUndefined();
});

test("a value's class tells nothing of it", () => {
  const classes = [undefined, null, "", "a", "x".repeat(501), 1, true, [], {}].map(classOf);
  expect(classes).toEqual([
    "missing",
    "null",
    "blank text",
    "text",
    "long text",
    "number",
    "boolean",
    "list",
    "object",
  ]);
});
