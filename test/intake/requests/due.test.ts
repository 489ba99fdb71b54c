import { expect, test } from "vitest";
import { dueAt, overdueAt } from "../../../src/intake/requests/due.ts";

test.each([
  ["acute", "2026-01-05T09:00:00Z", "2026-01-05T09:00:00Z", "2026-01-06T09:00:00Z"],
  ["urgent", "2026-01-05T09:00:00Z", "2026-01-05T11:00:00Z", "2026-01-06T11:00:00Z"],
  ["normal", "2026-01-05T09:00:00Z", "2026-01-06T09:00:00Z", "2026-01-07T09:00:00Z"],
  // Over a weekend, and by the clock on the wall where it changes on Sunday 29 March.
  ["normal", "2026-03-27T16:00:00Z", "2026-03-30T15:00:00Z", "2026-03-31T15:00:00Z"],
  // Two hours are two hours while the clock is put back.
  ["urgent", "2026-10-24T23:30:00Z", "2026-10-25T01:30:00Z", "2026-10-26T01:30:00Z"],
  // King's Day is none.
  ["normal", "2026-04-26T10:00:00Z", "2026-04-28T10:00:00Z", "2026-04-29T10:00:00Z"],
] as const)(
  "what is %s and was received at %s is due at %s, and the coordinator's at %s",
  (urgency, received, due, overdue) => {
    expect(dueAt(new Date(received), urgency)).toEqual(new Date(due));
    expect(overdueAt(new Date(received), urgency)).toEqual(new Date(overdue));
  },
);
