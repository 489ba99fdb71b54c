import { expect, test } from "vitest";
import { preferredType } from "../../src/platform/http/accept.ts";

test.for([
  ["*/*", "application/x-ndjson"],
  ["text/csv", "text/csv"],
  ["Text/CSV; charset=utf-8", "text/csv"],
  ["text/*", "text/csv"],
  ["application/json, text/csv;q=0.5", "text/csv"],
  ["text/csv;q=0.5, application/x-ndjson", "application/x-ndjson"],
  ["application/x-ndjson;q=0, text/csv", "text/csv"],
  ["", "application/x-ndjson"],
  ["application/json", undefined],
  ["text/csv;q=0", undefined],
  ["text/csv;q=none", undefined],
])("%s is answered as %s", ([accept = "", type]) => {
  expect(preferredType(accept, ["application/x-ndjson", "text/csv"])).toBe(type);
});
