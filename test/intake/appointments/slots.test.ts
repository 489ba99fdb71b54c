import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Window } from "../../../src/cases/index.ts";
import {
  type Calendar,
  earliestSlots,
  holidaysIn,
  isSafe,
  type Sought,
  slotsOf,
  whyNone,
  whyUnfit,
} from "../../../src/intake/appointments/slots.ts";
import type { Weekly } from "../../../src/intake/availability/weekly.ts";
import { slowSlots, step } from "./oracle.ts";

const at = (time: string) => Date.parse(time);
const hour = 3_600_000;
const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
const amsterdam = "Europe/Amsterdam";
const every = (from: string, to: string, timeZone = amsterdam): Window[] =>
  days.map((weekday) => ({ weekday, from, to, timeZone }));

const eva: Calendar = {
  counsellorId: "eva",
  patterns: every("09:00", "17:00"),
  exceptions: [],
  booked: [],
  languages: ["nl"],
  channels: ["phone"],
  slotMinutes: 60,
  pauseMinutes: 0,
  dailyMost: 24,
};

function sought(from: string, until: string, changes: Partial<Sought> = {}): Sought {
  const range = { from: at(from), until: at(until) };
  const holidays = holidaysIn(range);
  return { range, windows: undefined, holidays, language: "nl", channel: "phone", ...changes };
}

const starts = (calendar: Calendar, asked: Sought, most = 3) =>
  slotsOf(calendar, asked, most).map(({ from }) => new Date(from).toISOString());

describe("the earliest slots are those that minute by minute are free", () => {
  const zone = fc.constantFrom(amsterdam, "America/Paramaribo", "Asia/Kolkata", "Europe/London");
  const time = fc
    .integer({ min: 0, max: 287 })
    .map((n) => `${String(Math.floor(n / 12)).padStart(2, "0")}:${String((n % 12) * 5).padStart(2, "0")}`);
  const window = fc.record({ weekday: fc.constantFrom(...days), from: time, to: time, timeZone: zone });
  const dayBefore = fc.constantFrom(
    "2026-03-28T20:00:00Z",
    "2026-10-24T20:00:00Z",
    "2028-02-28T10:00:00Z",
    "2026-04-26T12:00:00Z",
    "2026-05-13T12:00:00Z",
    "2026-01-05T09:00:00Z",
  );
  const stretch = (from: number) =>
    fc
      .record({ start: fc.integer({ min: -12, max: 360 }), length: fc.integer({ min: 1, max: 100 }) })
      .map(({ start, length }) => ({ from: from + start * step, until: from + (start + length) * step }));
  const question = dayBefore.chain((begin) => {
    const from = at(begin);
    return fc.record({
      range: fc.constant({ from, until: from + 30 * hour }),
      patterns: fc.array(window, { minLength: 1, maxLength: 4 }),
      windows: fc.option(fc.array(window, { maxLength: 4 }), { nil: undefined }),
      exceptions: fc.array(
        fc
          .tuple(stretch(from), fc.constantFrom("off" as const, "extra" as const, "leave" as const))
          .map(([interval, kind]) => ({ ...interval, kind })),
        { maxLength: 3 },
      ),
      booked: fc.array(stretch(from), { maxLength: 3 }),
      slotMinutes: fc.constantFrom(15, 45, 120),
      pauseMinutes: fc.constantFrom(0, 15),
      dailyMost: fc.integer({ min: 1, max: 3 }),
    });
  });

  test("for any pattern, exception, booking and window, near the days on which clocks change", () => {
    let found = 0;
    fc.assert(
      fc.property(question, ({ range, windows, ...given }) => {
        const calendar = { ...eva, ...given };
        const asked = { range, windows, holidays: holidaysIn(range), language: "nl", channel: "phone" };
        const slots = slotsOf(calendar, asked, 6);
        found += slots.length;
        expect(slots).toEqual(slowSlots(calendar, asked, 6));
        for (const slot of slots) expect(whyUnfit(calendar, asked, slot)).toBeUndefined();
      }),
      { numRuns: 60, seed: 5 },
    );
    expect(found).toBeGreaterThan(20);
  });
});

describe("when clocks change", () => {
  test("in spring, nine o'clock in Amsterdam is an hour earlier by UTC from one day to the next", () => {
    const asked = sought("2026-03-28T00:00:00Z", "2026-03-30T00:00:00Z");
    const nine = slotsOf({ ...eva, dailyMost: 24, patterns: every("09:00", "10:00") }, asked, 3);
    expect(nine.map(({ from }) => new Date(from).toISOString())).toEqual([
      "2026-03-28T08:00:00.000Z",
      "2026-03-29T07:00:00.000Z",
    ]);
  });

  test("in spring, a window over the hour that is left out is shorter, and one within it is none", () => {
    const night = sought("2026-03-29T00:00:00Z", "2026-03-29T04:00:00Z", { minutes: 15 });
    const awake = { ...eva, patterns: every("00:00", "00:00") };
    const during = (from: string, to: string) => starts(awake, { ...night, windows: every(from, to) }, 9);
    expect(during("02:00", "03:00")).toEqual([]);
    expect(during("02:15", "03:30")).toEqual(["2026-03-29T01:15:00.000Z"]);
  });

  test("in autumn, a window within the hour that comes twice is read as the narrower one", () => {
    const night = sought("2026-10-24T22:00:00Z", "2026-10-25T05:00:00Z", { minutes: 15 });
    const awake = { ...eva, patterns: every("00:00", "00:00") };
    const during = (from: string, to: string) => starts(awake, { ...night, windows: every(from, to) }, 9);
    expect(during("02:15", "02:45")).toEqual([]);
    // From the second two o'clock on.
    expect(during("02:00", "03:00")).toEqual([
      "2026-10-25T01:00:00.000Z",
      "2026-10-25T01:15:00.000Z",
      "2026-10-25T01:30:00.000Z",
      "2026-10-25T01:45:00.000Z",
    ]);
  });
});

describe("a caller abroad", () => {
  test("in Paramaribo, who is alone in the early morning, is called in Amsterdam's office hours", () => {
    const windows = every("06:00", "08:00", "America/Paramaribo");
    const asked = sought("2026-07-06T00:00:00Z", "2026-07-07T00:00:00Z", { windows });
    expect(starts(eva, asked)).toEqual(["2026-07-06T09:00:00.000Z", "2026-07-06T10:00:00.000Z"]);
    const winter = sought("2026-01-05T00:00:00Z", "2026-01-06T00:00:00Z", { windows });
    expect(starts(eva, winter)).toEqual(["2026-01-05T09:00:00.000Z", "2026-01-05T10:00:00.000Z"]);
  });

  test("in Kolkata, where the clock stands half an hour aside, is called at their half hour", () => {
    const windows = every("14:00", "15:00", "Asia/Kolkata");
    const asked = sought("2026-01-05T00:00:00Z", "2026-01-06T00:00:00Z", { windows });
    expect(starts(eva, asked)).toEqual(["2026-01-05T08:30:00.000Z"]);
  });
});

describe("the calendar", () => {
  test("has a leap day in 2028, with a date of its own in a pattern's validity", () => {
    const patterns: Weekly[] = [
      { weekday: "tuesday", from: "09:00", to: "10:00", timeZone: amsterdam, validFrom: "2028-02-29" },
    ];
    const asked = sought("2028-02-21T00:00:00Z", "2028-03-08T00:00:00Z");
    expect(starts({ ...eva, patterns }, asked)).toEqual([
      "2028-02-29T08:00:00.000Z",
      "2028-03-07T08:00:00.000Z",
    ]);
    const [until] = patterns.map(({ validFrom: _, ...rest }) => ({ ...rest, validUntil: "2028-02-29" }));
    expect(starts({ ...eva, patterns: [until as Weekly] }, asked)).toEqual([
      "2028-02-22T08:00:00.000Z",
      "2028-02-29T08:00:00.000Z",
    ]);
  });

  test.each([
    ["Koningsdag", "2026-04-27"],
    ["Hemelvaart", "2026-05-14"],
    ["the first day of Christmas", "2026-12-25"],
  ])("gives counsellors %s off, unless an extra says otherwise", (_, day) => {
    const asked = sought(`${day}T00:00:00Z`, `${day}T22:00:00Z`);
    expect(starts(eva, asked)).toEqual([]);
    const extra = { kind: "extra" as const, from: at(`${day}T10:00:00Z`), until: at(`${day}T11:00:00Z`) };
    expect(starts({ ...eva, exceptions: [extra] }, asked)).toEqual([`${day}T10:00:00.000Z`]);
  });

  test("ends a night's work at midnight where a holiday begins", () => {
    const patterns = every("22:00", "02:00");
    const asked = sought("2026-04-26T18:00:00Z", "2026-04-27T04:00:00Z");
    expect(starts({ ...eva, patterns }, asked, 9)).toEqual([
      "2026-04-26T20:00:00.000Z",
      "2026-04-26T21:00:00.000Z",
    ]);
  });

  test("lets work go on past midnight on any other day", () => {
    const patterns: Weekly[] = [{ weekday: "monday", from: "22:00", to: "02:00", timeZone: amsterdam }];
    const asked = sought("2026-01-05T12:00:00Z", "2026-01-06T12:00:00Z");
    const all = starts({ ...eva, patterns }, asked, 9);
    expect(all).toHaveLength(4);
    expect(all.at(-1)).toBe("2026-01-06T00:00:00.000Z");
  });
});

describe("a counsellor", () => {
  const monday = sought("2026-01-05T00:00:00Z", "2026-01-06T00:00:00Z");

  test("breathes between two appointments", () => {
    const booked = [{ from: at("2026-01-05T09:00:00Z"), until: at("2026-01-05T10:00:00Z") }];
    const calm = { ...eva, booked, pauseMinutes: 30 };
    expect(starts(calm, monday)).toEqual([
      "2026-01-05T10:30:00.000Z",
      "2026-01-05T12:00:00.000Z",
      "2026-01-05T13:30:00.000Z",
    ]);
  });

  test("takes no more in a day than they said, and goes on the next", () => {
    const booked = [{ from: at("2026-01-05T08:00:00Z"), until: at("2026-01-05T09:00:00Z") }];
    const two = sought("2026-01-05T00:00:00Z", "2026-01-07T00:00:00Z");
    expect(starts({ ...eva, booked, dailyMost: 1 }, two, 1)).toEqual(["2026-01-06T08:00:00.000Z"]);
  });

  test("is off when they said so, even where they said to work besides", () => {
    const noon = { from: at("2026-01-05T11:00:00Z"), until: at("2026-01-05T16:00:00Z") };
    const exceptions = [
      { kind: "off" as const, ...noon },
      { kind: "extra" as const, ...noon },
    ];
    expect(starts({ ...eva, exceptions }, monday, 9)).toEqual([
      "2026-01-05T08:00:00.000Z",
      "2026-01-05T09:00:00.000Z",
      "2026-01-05T10:00:00.000Z",
    ]);
  });
});

describe("where there is no slot, the hint says what would have to change", () => {
  const monday = sought("2026-01-05T00:00:00Z", "2026-01-06T00:00:00Z");
  const full = { from: at("2026-01-05T00:00:00Z"), until: at("2026-01-06T00:00:00Z") };
  test.each([
    ["nobody-available", [], monday],
    ["nobody-available", [{ ...eva, exceptions: [{ kind: "leave" as const, ...full }] }], monday],
    ["nobody-speaks-language", [eva], { ...monday, language: "uk" }],
    [
      "nobody-on-channel",
      [eva, { ...eva, languages: ["en"], channels: ["chat"] }],
      { ...monday, channel: "chat" },
    ],
    ["windows-never-meet", [eva], { ...monday, windows: every("19:00", "21:00") }],
    ["meeting-too-short", [eva], { ...monday, windows: every("16:30", "19:00") }],
    ["all-booked", [{ ...eva, booked: [full] }], monday],
  ] as const)("%s", (hint, calendars, asked) => {
    expect(earliestSlots(calendars, asked, 1)).toEqual([]);
    expect(whyNone(calendars, asked)).toBe(hint);
  });
});

test("a caller is safe only if they are from beginning to end", () => {
  const windows = every("10:00", "11:00");
  const from = at("2026-01-05T09:30:00Z");
  expect(isSafe(windows, { from, until: from + hour / 2 })).toBe(true);
  expect(isSafe(windows, { from, until: from + hour })).toBe(false);
  expect(isSafe([], { from, until: from + hour / 2 })).toBe(false);
});
