import { expect } from "vitest";
import { test } from "../../world/world.ts";
import { addEntry, found } from "./entry.ts";

for (const [name, hours, open, closed] of [
  [
    "hours of weekdays",
    [{ byday: "MO,TU,WE,TH,FR", opensAt: "09:00", closesAt: "17:00" }],
    ["2026-01-05T08:00:00Z", "2026-07-06T07:00:00Z", "2026-01-09T15:59:59Z"],
    ["2026-01-05T07:59:59Z", "2026-07-06T06:59:59Z", "2026-01-05T16:00:00Z", "2026-01-10T10:00:00Z"],
  ],
  [
    "hours past midnight",
    [{ byday: "FR", opensAt: "20:00", closesAt: "02:00" }],
    ["2026-01-09T19:00:00Z", "2026-01-09T23:30:00Z", "2026-01-10T00:59:00Z"],
    ["2026-01-09T00:30:00Z", "2026-01-10T01:00:00Z", "2026-01-10T19:30:00Z"],
  ],
  [
    "the night in which clocks go forward",
    [{ byday: "SA", opensAt: "22:00", closesAt: "04:00" }],
    ["2026-03-29T00:59:00Z", "2026-03-29T01:59:00Z"],
    ["2026-03-29T02:00:00Z"],
  ],
  [
    "the night in which clocks go back",
    [{ byday: "SA", opensAt: "22:00", closesAt: "02:30" }],
    // The hour from two to three comes twice.
    ["2026-10-25T00:29:00Z", "2026-10-25T01:29:00Z"],
    ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"],
  ],
  [
    "a morning that begins in the hour that is left out",
    [{ byday: "SU", opensAt: "02:30", closesAt: "12:00" }],
    ["2026-03-29T01:00:00Z", "2026-03-29T09:59:00Z"],
    ["2026-03-29T00:59:00Z", "2026-03-29T10:00:00Z"],
  ],
  [
    "day and night, from midnight to midnight",
    [{ byday: "MO,TU,WE,TH,FR,SA,SU", opensAt: "00:00", closesAt: "00:00" }],
    ["2026-01-05T23:00:00Z", "2026-10-25T00:30:00Z"],
    [],
  ],
  [
    "all day and night",
    [{ byday: "MO,TU,WE,TH,FR,SA,SU", opensAt: "00:00", closesAt: "24:00" }],
    ["2026-01-05T23:00:00Z", "2026-03-29T01:00:00Z"],
    [],
  ],
  [
    "a holiday stated as closed",
    [
      { byday: "MO,TU,WE,TH,FR", opensAt: "09:00", closesAt: "17:00" },
      { freq: null, validFrom: "2026-04-06", validTo: "2026-04-06" },
    ],
    ["2026-04-07T10:00:00Z"],
    ["2026-04-06T10:00:00Z"],
  ],
  [
    "the first Monday of a month",
    [{ freq: "MONTHLY", byday: "1MO", opensAt: "10:00", closesAt: "12:00" }],
    ["2026-01-05T10:00:00Z"],
    ["2026-01-12T10:00:00Z"],
  ],
  [
    "every other week",
    [{ byday: "MO", interval: 2, dtstart: "2026-01-05", opensAt: "10:00", closesAt: "12:00" }],
    ["2026-01-05T10:00:00Z", "2026-01-19T10:00:00Z"],
    ["2026-01-12T10:00:00Z"],
  ],
  [
    "the evening before a holiday, past its midnight",
    [
      { byday: "MO,TU,WE,TH,FR,SA,SU", opensAt: "20:00", closesAt: "02:00" },
      { freq: null, dtstart: "2026-12-25" },
    ],
    ["2026-12-24T20:00:00Z", "2026-12-25T00:30:00Z"],
    ["2026-12-25T20:00:00Z", "2026-12-26T00:30:00Z"],
  ],
  [
    "hours of a summer",
    [{ byday: "MO", opensAt: "09:00", closesAt: "17:00", validFrom: "2026-06-01", validTo: "2026-08-31" }],
    ["2026-06-01T10:00:00Z", "2026-08-31T10:00:00Z"],
    ["2026-05-25T10:00:00Z", "2026-09-07T10:00:00Z"],
  ],
  [
    "a course of three evenings",
    [{ byday: "MO", dtstart: "2026-01-05", count: 3, opensAt: "19:00", closesAt: "21:00" }],
    ["2026-01-05T19:00:00Z", "2026-01-19T19:00:00Z"],
    ["2026-01-26T19:00:00Z"],
  ],
  [
    "an opening time without a closing one, which tells nothing",
    [{ byday: "MO", opensAt: "09:00" }],
    [],
    ["2026-01-05T10:00:00Z", "2026-01-05T02:00:00Z"],
  ],
  [
    "weekdays without times, which say nothing of the other hours",
    [{ byday: "MO" }, { byday: "MO", opensAt: "09:00", closesAt: "17:00" }],
    ["2026-01-05T10:00:00Z"],
    ["2026-01-05T20:00:00Z"],
  ],
  [
    "another time zone",
    [{ byday: "MO", opensAt: "09:00", closesAt: "17:00", timeZone: "America/Kralendijk" }],
    ["2026-01-05T20:59:00Z"],
    ["2026-01-05T10:00:00Z"],
  ],
  [
    "a zone that does not exist",
    [{ byday: "MO", opensAt: "09:00", closesAt: "17:00", timeZone: "Mars/Olympus" }],
    [],
    ["2026-01-05T10:00:00Z"],
  ],
] as const)
  test(`open by ${name}`, async ({ world }) => {
    const ids = { it: await addEntry(world, name, { hours: [...hours] }) };
    for (const openAt of open) expect(await found(world, ids, { openAt }), openAt).toEqual(["it"]);
    for (const openAt of closed) expect(await found(world, ids, { openAt }), openAt).toEqual([]);
  });

test("hours of one channel say nothing of another", async ({ world }) => {
  const hours = [{ byday: "MO", opensAt: "09:00", closesAt: "17:00", channel: "chat" as const }];
  const ids = { it: await addEntry(world, "chat", { hours, service: { channels: ["phone", "chat"] } }) };
  // The world's clock stands at Monday 10:00 in Amsterdam.
  expect(await found(world, ids, { openNow: true })).toEqual(["it"]);
  expect(await found(world, ids, { openNow: true, channel: "chat" })).toEqual(["it"]);
  expect(await found(world, ids, { openNow: true, channel: "phone" })).toEqual([]);
});

const [monday, tuesday] = ["2026-01-05T10:00:00Z", "2026-01-06T10:00:00Z"];
const office = { opensAt: "09:00", closesAt: "17:00" };

test("a place's hours count where the service states none", async ({ world }) => {
  const ids = {
    "by its place": await addEntry(world, "place", {
      place: {},
      placeHours: [{ ...office, byday: "MO,TU" }],
    }),
    "by itself": await addEntry(world, "own", {
      place: {},
      placeHours: [{ ...office, byday: "MO,TU" }],
      hours: [{ ...office, byday: "TU" }],
    }),
    "by itself there": await addEntry(world, "there", {
      place: {},
      placeHours: [{ ...office, byday: "MO,TU" }],
      hoursThere: [{ ...office, byday: "TU" }],
    }),
  };
  expect(await found(world, ids, { openAt: monday })).toEqual(["by its place"]);
  expect((await found(world, ids, { openAt: tuesday })).sort()).toEqual(Object.keys(ids).sort());
});

test("a day on which the place is closed does not close the telephone", async ({ world }) => {
  const closed = { freq: null, validFrom: "2026-01-05", validTo: "2026-01-05" };
  const ids = {
    telephone: await addEntry(world, "telephone", {
      place: {},
      placeHours: [closed],
      hours: [{ ...office, byday: "MO" }],
    }),
    visit: await addEntry(world, "visit", {
      place: {},
      placeHours: [closed],
      hoursThere: [{ ...office, byday: "MO" }],
    }),
  };
  expect(await found(world, ids, { openAt: monday })).toEqual(["telephone"]);
});

test("a holiday of one channel leaves the others open", async ({ world }) => {
  const ids = {
    it: await addEntry(world, "it", {
      service: { channels: ["phone", "chat"] },
      hours: [
        { ...office, byday: "MO" },
        { freq: null, dtstart: "2026-01-05", channel: "chat" },
      ],
    }),
  };
  expect(await found(world, ids, { openAt: monday, channel: "phone" })).toEqual(["it"]);
  expect(await found(world, ids, { openAt: monday, channel: "chat" })).toEqual([]);
  expect(await found(world, ids, { openAt: monday })).toEqual(["it"]);
});
