import { expect, test } from "vitest";
import { offsetOf } from "../../../src/directory/hsds/offset.ts";

test.each([
  ["Europe/Amsterdam", "2026-01-15T12:00:00Z", 1, "+01:00"],
  ["Europe/Brussels", "2026-07-15T12:00:00Z", 2, "+02:00"],
  ["Asia/Kolkata", "2026-07-15T12:00:00Z", 5.5, "+05:30"],
  ["America/New_York", "2026-01-15T12:00:00Z", -5, "-05:00"],
  // The day counts on which the clocks change, from its noon on.
  ["Europe/Amsterdam", "2026-03-28T23:30:00Z", 2, "+02:00"],
  ["Europe/Amsterdam", "2026-03-28T22:30:00Z", 1, "+01:00"],
])("%s at %s is %d hours from UTC", (zone, time, hours, written) =>
  expect(offsetOf(zone, new Date(time))).toEqual({ hours, written }),
);
