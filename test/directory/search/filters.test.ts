import { expect } from "vitest";
import {
  addresses,
  languages,
  locations,
  organizations,
  schedules,
  serviceAreas,
  serviceAtLocations,
  services,
} from "../../../src/directory/schema.ts";
import { rebuildSearch } from "../../../src/directory/search/search-index.ts";
import { transact } from "../../../src/platform/db.ts";
import { randomIds } from "../../../src/platform/ids.ts";
import { test, type World } from "../../world.ts";

interface Entry {
  service?: Partial<typeof services.$inferInsert>;
  area?: Partial<typeof serviceAreas.$inferInsert>;
  language?: string;
  /** Its place: Utrecht's center, unless other degrees are given. */
  place?: { latitude: number; longitude: number; confidential?: boolean };
  hours?: Partial<typeof schedules.$inferInsert>[];
}

const word = "zwaluwstaart";

/** A service that only the word and its filters find. */
async function addEntry(world: World, name: string, entry: Entry = {}): Promise<string> {
  const [organizationId, serviceId] = [randomIds(), randomIds()];
  const lastModified = world.platform.now();
  await transact(world.job(world.operator.id), async (tx) => {
    await tx
      .insert(organizations)
      .values({ id: organizationId, name, description: name, country: "NL", lastModified });
    await tx.insert(services).values({
      id: serviceId,
      organizationId,
      name: `${word} ${name}`,
      status: "active",
      domain: "care",
      audiences: ["harmed"],
      channels: ["phone"],
      lastModified,
      ...entry.service,
    });
    if (entry.area)
      await tx
        .insert(serviceAreas)
        .values({ id: randomIds(), serviceId, name: "Nederland", national: false, ...entry.area });
    if (entry.language)
      await tx.insert(languages).values({ id: randomIds(), serviceId, code: entry.language });
    if (entry.place) {
      const locationId = randomIds();
      await tx
        .insert(locations)
        .values({ id: locationId, organizationId, locationType: "physical", name, ...entry.place });
      await tx.insert(addresses).values({
        id: randomIds(),
        locationId,
        address1: "Straat 1",
        city: "Utrecht",
        stateProvince: "Utrecht",
        postalCode: "3511 AB",
        country: "NL",
        addressType: "physical",
      });
      await tx.insert(serviceAtLocations).values({ id: randomIds(), serviceId, locationId });
    }
    for (const hours of entry.hours ?? [])
      await tx.insert(schedules).values({ id: randomIds(), serviceId, freq: "WEEKLY", ...hours });
    await rebuildSearch(tx, [serviceId]);
  });
  return serviceId;
}

/** Which of `ids` a search and a list find, by the names they were added under and in their order. */
async function found(world: World, ids: Record<string, string>, filters: Record<string, unknown>) {
  const nameOf = (id: string) => Object.entries(ids).find(([, known]) => known === id)?.[0];
  const { status, body } = await world.as(world.eva).post("/service-searches", {
    words: word,
    pageSize: 100,
    ...filters,
  });
  expect(status).toBe(200);
  const items = body.relaxed ? [] : body.items;
  const names = items.map(({ service }: { service: { id: string } }) => nameOf(service.id));
  const { near, area, ...flat } = filters as Record<string, Record<string, unknown>>;
  const query = Object.entries({ ...flat, ...near, ...area }).map(([key, value]) => `${key}=${value}`);
  const listed: string[] = [];
  for (let path: string | undefined = `/services?pageSize=100&${query.join("&")}`; path; ) {
    const answer = await world.as(world.eva).get(path);
    expect(answer.status).toBe(200);
    listed.push(...answer.body.items.map(({ id }: { id: string }) => id));
    const next: string | undefined = answer.body.nextCursor;
    path = next && `/services?pageSize=100&${query.join("&")}&cursor=${next}`;
  }
  const known = names.filter((name: string | undefined) => name !== undefined);
  expect(
    listed
      .map(nameOf)
      .filter((name) => name !== undefined)
      .sort(),
  ).toEqual([...known].sort());
  return known;
}

test("ages, languages, costs and verification narrow a search and a list alike", async ({ world }) => {
  const ids = {
    young: await addEntry(world, "young", { service: { minimumAge: 12, maximumAge: 18 }, language: "pl" }),
    any: await addEntry(world, "any", { service: { cost: "free", assuredDate: "2026-01-02" } }),
    adult: await addEntry(world, "adult", { service: { minimumAge: 18, assuredDate: "2025-12-31" } }),
  };
  expect((await found(world, ids, { age: 18 })).sort()).toEqual(["adult", "any", "young"]);
  expect((await found(world, ids, { age: 17 })).sort()).toEqual(["any", "young"]);
  expect(await found(world, ids, { age: 11 })).toEqual(["any"]);
  expect(await found(world, ids, { language: "pl" })).toEqual(["young"]);
  expect(await found(world, ids, { cost: "free" })).toEqual(["any"]);
  expect(await found(world, ids, { verifiedSince: "2026-01-01" })).toEqual(["any"]);
});

test("local services come before national ones, and those of elsewhere not at all", async ({ world }) => {
  const ids = {
    national: await addEntry(world, "national", { area: { extent: "NL", national: true } }),
    belgian: await addEntry(world, "belgian", { area: { name: "België", extent: "BE", national: true } }),
    town: await addEntry(world, "town", { area: { name: "Gemeente Amersfoort" } }),
    province: await addEntry(world, "province", { area: { name: "Utrecht", extentType: "province" } }),
    elsewhere: await addEntry(world, "elsewhere", { area: { name: "Groningen" } }),
  };
  const there = await found(world, ids, { area: { municipality: "Amersfoort" } });
  expect(there.slice(0, 2).sort()).toEqual(["province", "town"]);
  expect(there.slice(2)).toEqual(["national"]);
  const around = await found(world, ids, { area: { province: "utrecht" } });
  expect(around.slice(0, 2).sort()).toEqual(["province", "town"]);
  expect(await found(world, ids, { area: { municipality: "Groningen" } })).toEqual(["elsewhere", "national"]);
});

test("a radius counts from the postcode's center, and a secret place is never near", async ({ world }) => {
  const ids = {
    utrecht: await addEntry(world, "utrecht", { place: { latitude: 52.09, longitude: 5.118 } }),
    amersfoort: await addEntry(world, "amersfoort", { place: { latitude: 52.156, longitude: 5.388 } }),
    secret: await addEntry(world, "secret", {
      place: { latitude: 52.09, longitude: 5.118, confidential: true },
    }),
  };
  const near = (radiusKilometers: number) => ({ near: { postcode: "3511", radiusKilometers } });
  expect(await found(world, ids, near(5))).toEqual(["utrecht"]);
  expect((await found(world, ids, near(25))).sort()).toEqual(["amersfoort", "utrecht"]);
  const { body } = await world.as(world.eva).post("/service-searches", { words: word, ...near(25) });
  const distances = body.items.map(({ distanceKilometers }: { distanceKilometers: number }) =>
    Math.round(distanceKilometers),
  );
  expect(distances.sort()).toEqual([0, 20]);
});

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

test("where nothing meets all, the nearest is answered and named, on every page", async ({ world }) => {
  const words = "tureluur";
  for (const name of ["one", "two"])
    await addEntry(world, name, { service: { name: words, channels: ["phone"], cost: "paid" } });
  const ask = { words, channel: "phone", cost: "free", pageSize: 1 };
  const first = await world.as(world.eva).post("/service-searches", ask);
  expect(first.body).toMatchObject({ relaxed: ["cost"], items: [{}] });
  const second = await world
    .as(world.eva)
    .post("/service-searches", { ...ask, cursor: first.body.nextCursor });
  expect(second.body).toMatchObject({ relaxed: ["cost"], items: [{}] });
  expect(second.body.nextCursor).toBeUndefined();
  const both = await world.as(world.eva).post("/service-searches", { words, channel: "chat", cost: "free" });
  expect(both.body).toMatchObject({ relaxed: ["cost", "channel"] });
  expect(both.body.items).toHaveLength(2);
});

for (const [name, filters] of [
  ["a postcode that does not exist", { near: { postcode: "1999", radiusKilometers: 5 } }],
  ["an area without a name", { area: {} }],
  ["a day that is none", { verifiedSince: "2026-02-30" }],
  ["a moment without an offset", { openAt: "2026-01-05T10:00:00" }],
] as const)
  test(`${name} is refused`, async ({ world }) => {
    const answer = await world.as(world.eva).post("/service-searches", { words: word, ...filters });
    expect(answer).toMatchObject({ status: 400, body: { type: "/problems/invalid-request" } });
  });
