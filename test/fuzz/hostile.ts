import fc, { type Arbitrary } from "fast-check";
import { placesOf, replaced } from "./broken.ts";

/** What a body is sent as, where it is more than a value as JSON. */
export interface Raw {
  text: string;
  /** Sent after the text: bytes that are no UTF-8. */
  bytes?: number[];
  type?: string;
  encoding?: string;
}

const spoiled = [
  "\u0000",
  "\ud800",
  "\udfff\ud800",
  "\u202Eabc\u202C",
  "\u200B",
  "\uFEFF",
  "\u001b[31m\r\n",
  "\u0085\u2028",
  "e\u0301".repeat(500),
  "\u{1F468}\u200D\u{1F469}\u200D\u{1F467}",
  "' or 1=1 --",
  "'; drop table handreiking.referral; --",
  "$$;\\",
  "%_%_%",
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "=cmd|' /C calc'!A0",
  "{{7*7}}#{7*7}",
  "../../../etc/passwd",
  "%00%0d%0aSet-Cookie: a=b",
  "123456782",
  "a".repeat(9000),
  "&:*|!<->()",
];

/** Texts that look like something else. */
const pretended = [
  "",
  " ",
  "null",
  "NaN",
  "infinity",
  "-infinity",
  "1e400",
  "-0",
  "0x10",
  "9223372036854775808",
  "2026-02-30",
  "0000-01-01",
  "294277-01-01",
  "2026-01-05T24:00:00Z",
  "2026-06-30T23:59:60Z",
  "2026-01-05T09:00:00-00:00",
  "+010000-01-01T00:00:00Z",
  "{00000000-0000-4000-8000-000000000000}",
  "00000000-0000-0000-0000-000000000000",
  "FFFFFFFF-FFFF-4FFF-8FFF-FFFFFFFFFFFF",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
];

const numbers = [0, -0, -1, 1.5, 2 ** 31, 2 ** 53 + 2, -(2 ** 63), 1e21, 1e308, 5e-324];

/** Texts that nobody sends in good faith; the marker shows whether they come back. */
export const hostileText = (marker: Arbitrary<string>): Arbitrary<string> =>
  fc.oneof(
    fc.tuple(marker, fc.constantFrom(...spoiled)).map(([mark, bad]) => `${mark}${bad}`),
    fc.tuple(marker, fc.constantFrom(...spoiled)).map(([mark, bad]) => `${bad}${mark}`),
    fc.constantFrom(...pretended),
    fc.tuple(marker, fc.string({ unit: "binary", maxLength: 20 })).map(([mark, bad]) => `${mark}${bad}`),
  );

const nested = (depth: number) => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { a: value };
  return value;
};

const hostileValue = (marker: Arbitrary<string>): Arbitrary<unknown> =>
  fc.oneof(
    { weight: 4, arbitrary: hostileText(marker) },
    { weight: 2, arbitrary: fc.constantFrom<unknown>(...numbers, null, true, false, [], {}) },
    fc.constantFrom(20, 31, 32, 33, 400).map(nested),
    fc.constantFrom(101, 1999, 2001, 9000).map((length) => new Array(length).fill(0)),
    fc.jsonValue({ maxDepth: 4 }),
  );

const keys = (marker: Arbitrary<string>) =>
  fc.oneof(fc.constantFrom("__proto__", "constructor", "prototype", "toString", "id", "status", ""), marker);

/** A right value with one place spoiled, or a field added there. */
export const spoiledValue = (values: Arbitrary<unknown>, marker: Arbitrary<string>): Arbitrary<unknown> =>
  fc
    .tuple(values, fc.nat(), hostileValue(marker), fc.option(keys(marker)))
    .map(([value, choice, hostile, key]) => {
      const places = placesOf(value);
      const at = places[choice % places.length] ?? [];
      return key === null ? replaced(value, at, hostile) : replaced(value, [...at, key], hostile);
    });

const types = [
  "text/plain",
  "application/xml",
  "multipart/form-data; boundary=x",
  "application/json; charset=utf-16",
  "APPLICATION/JSON;;",
  "application/merge-patch+json",
  "application/x-ndjson",
  "json",
];

/** The text of a right body, spoiled. */
export const spoiledBody = (values: Arbitrary<unknown>, marker: Arbitrary<string>): Arbitrary<Raw> =>
  fc.tuple(values, marker).chain(([value, mark]) => {
    const text = JSON.stringify(value) ?? "";
    const [key] = Object.keys(value ?? {});
    const twice = text.replace(/^\{/, `{${JSON.stringify(key ?? "a")}:"${mark}",${key ? "" : '"a":1'}`);
    return fc.oneof(
      fc.constantFrom<Raw>(
        { text: twice },
        { text: text.slice(0, -1) },
        { text: `${text}${mark}` },
        { text: `\uFEFF${text}` },
        { text, bytes: [0xff, 0xfe] },
        { text: `{"a":"${mark}`, bytes: [0xc3, 0x28, 0x22, 0x7d] },
        { text: text.replace(/:("[^"]*"|\d+|true)/, ":1e400") },
        { text: text.replace(/:("[^"]*"|\d+|true)/, ":NaN") },
        { text: text.replace(/^\{/, '{"__proto__":{"polluted":true},') },
        { text: "[".repeat(20_000) },
        { text: `${"[".repeat(5000)}${"]".repeat(5000)}` },
        { text: `"${mark.repeat(9000)}"` },
        { text: "null" },
        { text: " " },
        { text: "{}{}" },
        { text, encoding: "gzip" },
      ),
      fc.constantFrom(...types).map((type): Raw => ({ text, type })),
    );
  });
