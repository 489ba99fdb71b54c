import type { z } from "@hono/zod-openapi";
import type { Fault } from "./problem.ts";

type Issue = z.core.$ZodIssue;

/** Every fault of one part of a request, in our own words: zod's messages may carry what was received. */
export function findFaults(part: Fault["in"], error: z.ZodError): Fault[] {
  return error.issues.flatMap((issue) => faultsOf(part, issue, []));
}

function faultsOf(part: Fault["in"], issue: Issue, base: readonly PropertyKey[]): Fault[] {
  const path = [...base, ...issue.path];
  if (issue.code === "invalid_union") {
    // The variant that got furthest is the one that was meant.
    const best = issue.errors.toSorted((a, b) => a.length - b.length)[0] ?? [];
    const inner = best.flatMap((nested) => faultsOf(part, nested, path));
    if (inner.length > 0) return inner;
  }
  const pointer = part === "body" ? pointerTo(path) : path.map(String).join(".");
  return [{ in: part, pointer, detail: detailOf(issue) }];
}

/** A JSON Pointer (RFC 6901). */
export const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

function detailOf(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.expected === "undefined"
        ? "must be left out"
        : `must be given, as ${named(issue.expected)}`;
    case "invalid_value":
      return `must be one of: ${issue.values.map(String).join(", ")}`;
    case "invalid_union":
      return "must be one of the shapes that the contract names";
    case "too_small":
      return `must have ${measure(issue.origin, issue.minimum, "at least")}`;
    case "too_big":
      return `must have ${measure(issue.origin, issue.maximum, "at most")}`;
    case "invalid_format":
      return `must be ${formats[issue.format] ?? "in the form that the contract names"}`;
    case "unrecognized_keys":
      // Their names are the sender's and not repeated.
      return `holds ${issue.keys.length} that the contract does not name`;
    case "custom":
      return issue.message;
    default:
      return "must be as the contract says";
  }
}

const named = (type: string) =>
  ({ int: "a whole number", array: "a list", undefined: "nothing" })[type] ??
  `${/^[aeiou]/.test(type) ? "an" : "a"} ${type}`;

function measure(origin: string, limit: number | bigint, word: string): string {
  if (origin === "string") return `${word} ${limit} characters`;
  if (origin === "array") return `${word} ${limit} entries`;
  return `a value of ${word} ${limit}`;
}

const formats: Record<string, string> = {
  uuid: "a UUID",
  datetime: "a time as in RFC 3339, with an offset",
  date: "a date as YYYY-MM-DD",
  url: "an absolute URL",
};
