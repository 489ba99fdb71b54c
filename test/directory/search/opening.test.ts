import { expect, test } from "vitest";
import { momentAt, momentsAt } from "../../../src/directory/search/opening.ts";

for (const [instant, zone, date, time, day] of [
  ["2026-01-05T09:00:00Z", "Europe/Amsterdam", "2026-01-05", "10:00:00", "MO"],
  ["2026-01-05T23:30:00Z", "Europe/Amsterdam", "2026-01-06", "00:30:00", "TU"],
  ["2026-03-29T00:59:59Z", "Europe/Amsterdam", "2026-03-29", "01:59:59", "SU"],
  ["2026-03-29T01:00:00Z", "Europe/Amsterdam", "2026-03-29", "03:00:00", "SU"],
  ["2026-10-25T00:30:00Z", "Europe/Amsterdam", "2026-10-25", "02:30:00", "SU"],
  ["2026-10-25T01:30:00Z", "Europe/Amsterdam", "2026-10-25", "02:30:00", "SU"],
  ["2026-01-05T01:00:00Z", "America/Kralendijk", "2026-01-04", "21:00:00", "SU"],
] as const)
  test(`${instant} is ${time} of ${date} in ${zone}`, () => {
    const { today } = momentAt(new Date(instant), zone);
    expect(today).toMatchObject({ date, time });
    expect(today.days[0]).toBe(day);
  });

test("a day has a place in its month, from either end", () => {
  const { today, yesterday } = momentAt(new Date("2026-03-01T12:00:00Z"), "UTC");
  expect(today).toMatchObject({ days: ["SU", "1SU", "-5SU"], monthDays: ["1", "-31"] });
  expect(yesterday).toMatchObject({
    date: "2026-02-28",
    days: ["SA", "4SA", "-1SA"],
    monthDays: ["28", "-1"],
  });
});

test("every zone of the Kingdom is known", () => {
  const zones = momentsAt(new Date(0)).map(({ today }) => today.zone);
  expect(zones).toEqual(
    expect.arrayContaining(["Europe/Amsterdam", "America/Aruba", "America/Curacao", "America/Kralendijk"]),
  );
});
