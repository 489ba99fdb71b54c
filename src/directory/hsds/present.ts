import { type Offset, offsetOf } from "./offset.ts";
import type { Kind, Shape } from "./shape.ts";

type Row = Record<string, unknown>;

/**
 * A row of `jsonOf` as the standard wants it on the day of `at`: only what its shape names, and no key without a
 * value, since nothing in HSDS is nullable.
 */
export function presentRecord(shape: Shape, row: Row, at: Date): Row {
  const offset = typeof row.timezone === "string" ? offsetOf(row.timezone, at) : undefined;
  const shown: Row = {};
  for (const [key, { kind }] of Object.entries(shape.fields)) {
    const value = presentValue(kind, row[key], offset);
    if (value !== undefined) shown[key] = value;
  }
  for (const [key, { shape: inner, one }] of Object.entries(shape.links)) {
    const value = row[key];
    if (one && isRow(value)) shown[key] = presentRecord(inner, value, at);
    if (Array.isArray(value) && value.length > 0)
      shown[key] = value.filter(isRow).map((each) => presentRecord(inner, each, at));
  }
  return shown;
}

const isRow = (value: unknown): value is Row => typeof value === "object" && value !== null;

function presentValue(kind: Kind, value: unknown, offset: Offset | undefined): unknown {
  if (value === null || value === undefined) return undefined;
  switch (kind) {
    case "utc-offset":
      return offset?.hours;
    case "local-time":
      return `${value}${offset?.written ?? ""}`;
    case "number":
      return Number(value);
    case "uri":
    case "email":
      return value === "" ? undefined : value;
    default:
      return value;
  }
}
