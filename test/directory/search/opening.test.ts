import { expect, test } from "vitest";
import { momentAt, momentsAt } from "../../../src/directory/search/opening.ts";

for (const [instant, zone, date, time] of [
  ["2026-01-05T09:00:00Z", "Europe/Amsterdam", "2026-01-05", "10:00:00"],
  ["2026-01-05T23:30:00Z", "Europe/Amsterdam", "2026-01-06", "00:30:00"],
  ["2026-03-29T00:59:59Z", "Europe/Amsterdam", "2026-03-29", "01:59:59"],
  ["2026-03-29T01:00:00Z", "Europe/Amsterdam", "2026-03-29", "03:00:00"],
  ["2026-10-25T00:30:00Z", "Europe/Amsterdam", "2026-10-25", "02:30:00"],
  ["2026-10-25T01:30:00Z", "Europe/Amsterdam", "2026-10-25", "02:30:00"],
  ["2026-01-05T01:00:00Z", "America/Kralendijk", "2026-01-04", "21:00:00"],
] as const)
  test(`${instant} is ${time} of ${date} in ${zone}`, () =>
    expect(momentAt(new Date(instant), zone)).toEqual({ zone, date, time }));

test("every zone of the Kingdom is known", () => {
  const zones = momentsAt(new Date(0)).map(({ zone }) => zone);
  expect(zones).toEqual(
    expect.arrayContaining(["Europe/Amsterdam", "America/Aruba", "America/Curacao", "America/Kralendijk"]),
  );
});
