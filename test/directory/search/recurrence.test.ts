import { sql } from "drizzle-orm";
import fc from "fast-check";
import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";
import { expect } from "vitest";
import { namesDay } from "../../../src/directory/search/recurrence.ts";
import { rows } from "../../../src/platform/database/transact.ts";
import { sharingTest as test, type World } from "../../world/world.ts";

type Rule = Partial<
  Record<
    | "freq"
    | "dtstart"
    | "until"
    | "valid_from"
    | "valid_to"
    | "wkst"
    | "byday"
    | "byweekno"
    | "bymonthday"
    | "byyearday",
    string
  >
> & { interval?: number; count?: number };

/** The days from `from` to `to` that the rule names. */
async function days(world: World, rule: Rule, from: string, to: string): Promise<string[]> {
  const named = await rows<{ day: string }>(
    world.platform.db,
    sql`select day::date::text as day
      from jsonb_populate_record(null::handreiking.schedule, ${JSON.stringify(rule)}::text::jsonb) as rule,
        generate_series(${from}::timestamp, ${to}::timestamp, '1 day') as given (day)
      where ${namesDay("rule", "day::date")} order by 1`,
  );
  return named.map(({ day }) => day);
}

const january = ["2026-01-01", "2026-01-31"] as const;
for (const [name, rule, expected] of [
  [
    "three Mondays from a start",
    { freq: "WEEKLY", byday: "MO", dtstart: "2026-01-05", count: 3 },
    ["2026-01-05", "2026-01-12", "2026-01-19"],
  ],
  [
    "four times in two days a week",
    { freq: "WEEKLY", byday: "TU,TH", dtstart: "2026-01-01", count: 4 },
    ["2026-01-01", "2026-01-06", "2026-01-08", "2026-01-13"],
  ],
  [
    "every other week, counted from the day it is valid from",
    { freq: "WEEKLY", byday: "FR", interval: 2, valid_from: "2026-01-02" },
    ["2026-01-02", "2026-01-16", "2026-01-30"],
  ],
  [
    "the weekday that it starts on",
    { freq: "WEEKLY", dtstart: "2026-01-14" },
    ["2026-01-14", "2026-01-21", "2026-01-28"],
  ],
  ["the day of the month that it starts on", { freq: "MONTHLY", dtstart: "2025-11-20" }, ["2026-01-20"]],
  ["a month of three", { freq: "MONTHLY", interval: 3, bymonthday: "5", dtstart: "2025-11-05" }, []],
  ["the last day of the month", { freq: "MONTHLY", bymonthday: "-1" }, ["2026-01-31"]],
  ["the last Friday", { freq: "MONTHLY", byday: "-1FR" }, ["2026-01-30"]],
  ["the second Monday, with a sign", { freq: "MONTHLY", byday: "+2mo" }, ["2026-01-12"]],
  ["a week of the year", { byweekno: "2", byday: "MO, TU" }, ["2026-01-05", "2026-01-06"]],
  ["days of the year", { byyearday: "1,31,-365" }, ["2026-01-01", "2026-01-31"]],
  ["one day", { dtstart: "2026-01-09" }, ["2026-01-09"]],
  ["until a day", { freq: "WEEKLY", byday: "MO", until: "2026-01-12" }, ["2026-01-05", "2026-01-12"]],
  [
    "a period",
    { valid_from: "2026-01-30", valid_to: "2026-02-03", byday: "FR,SA,MO" },
    ["2026-01-30", "2026-01-31"],
  ],
  ["a monthly rule that names no day", { freq: "MONTHLY" }, []],
] as [string, Rule, string[]][])
  test(`${name}`, async ({ world }) => expect(await days(world, rule, ...january)).toEqual(expected));

const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const someOf = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1 });
const common = {
  start: fc.integer({ min: 0, max: 800 }).map((days) => Temporal.PlainDate.from("2024-01-01").add({ days })),
  interval: fc.integer({ min: 1, max: 4 }),
  wkst: fc.constantFrom(...weekdays),
  count: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
};
const weekly = fc.record({
  ...common,
  freq: fc.constant("WEEKLY" as const),
  byday: fc.option(someOf(weekdays), { nil: undefined }),
});
const monthly = fc.record({
  ...common,
  freq: fc.constant("MONTHLY" as const),
  byday: fc.option(someOf([...weekdays, "1MO", "2TU", "-1FR", "-2SU", "5WE"]), { nil: undefined }),
  bymonthday: fc.option(someOf([1, 15, 29, 31, -1, -3]), { nil: undefined }),
});
const yearly = { ...common, interval: fc.constant(1), freq: fc.constant("YEARLY" as const) };
// Together the library has them otherwise than the standard.
const byWeek = fc.record({
  ...yearly,
  byday: someOf(weekdays),
  byweekno: someOf([1, 2, 20, 52, 53, -1, -2]),
});
const byDayOfYear = fc.record({
  ...yearly,
  byday: fc.constant(undefined),
  byyearday: someOf([1, 59, 60, 366, -1, -60]),
});

test("the same days as a library of RFC 5545 has", { timeout: 120_000 }, async ({ world }) => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(weekly, monthly, byWeek, byDayOfYear), async (given) => {
      const { freq, start, interval, wkst, count, byday } = given;
      const bymonthday = "bymonthday" in given ? given.bymonthday : undefined;
      const byweekno = "byweekno" in given ? given.byweekno : undefined;
      const byyearday = "byyearday" in given ? given.byyearday : undefined;
      const end = start.add({ days: 400 });
      const expected = new RRuleTemporal({
        freq,
        interval,
        wkst,
        dtstart: start.toZonedDateTime("UTC"),
        temporal: Temporal,
        ...(count && { count }),
        ...(byday && { byDay: byday }),
        ...(bymonthday && { byMonthDay: bymonthday }),
        ...(byweekno && { byWeekNo: byweekno }),
        ...(byyearday && { byYearDay: byyearday }),
      }).between(start.toZonedDateTime("UTC"), end.toZonedDateTime("UTC"), true);
      const rule: Rule = {
        // HSDS has no yearly rules: one without a frequency that names its days stands for them.
        ...(freq !== "YEARLY" && { freq }),
        interval,
        wkst,
        dtstart: start.toString(),
        ...(count && { count }),
        ...(byday && { byday: byday.join(",") }),
        ...(bymonthday && { bymonthday: bymonthday.join(",") }),
        ...(byweekno && { byweekno: byweekno.join(",") }),
        ...(byyearday && { byyearday: byyearday.join(",") }),
      };
      expect(await days(world, rule, start.toString(), end.toString())).toEqual(
        expected.map((time) => time.toPlainDate().toString()),
      );
    }),
    // The same rules every time, unless others are asked for.
    { numRuns: 60, seed: Number(process.env.RULES_SEED ?? 5) },
  );
});
