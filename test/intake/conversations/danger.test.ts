import { describe, expect, test } from "vitest";
import { dangerSigns } from "../../../src/intake/codes.ts";
import { isAcute, stepsDueAt } from "../../../src/intake/conversations/danger.ts";

const monday = new Date("2026-01-05T09:00:00Z");

describe("danger signs", () => {
  test.each([
    [["stalking"], "2026-01-06T23:00:00.000Z"],
    [["pregnant", "planned-departure"], "2026-01-06T23:00:00.000Z"],
    [["stalking", "strangulation"], "2026-01-05T23:00:00.000Z"],
    [["child-in-danger"], "2026-01-05T23:00:00.000Z"],
  ] as const)("%j want their steps gone through until %s", (signs, due) => {
    expect(stepsDueAt(signs, monday)?.toISOString()).toBe(due);
  });

  test("that are none ask for nothing", () => {
    expect(stepsDueAt([], monday)).toBeNull();
  });

  test.each([
    ["a Friday", "2026-01-09T15:00:00Z", "2026-01-12T23:00:00.000Z"],
    ["the day before Christmas", "2026-12-24T15:00:00Z", "2026-12-28T23:00:00.000Z"],
    ["the Friday before summer time", "2026-03-27T15:00:00Z", "2026-03-30T22:00:00.000Z"],
    ["an evening that is the next day here", "2026-01-05T23:30:00Z", "2026-01-07T23:00:00.000Z"],
  ])("charted on %s are due at the end of the next working day", (_, at, due) => {
    expect(stepsDueAt(["stalking"], new Date(at))?.toISOString()).toBe(due);
  });

  test("of which one is acute are acute", () => {
    for (const sign of dangerSigns)
      expect(isAcute(["stalking", sign])).toBe(
        ["weapon", "threat-to-life", "strangulation", "suicidal", "child-in-danger", "locked-up"].includes(
          sign,
        ),
      );
  });
});
