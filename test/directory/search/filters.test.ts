import { expect } from "vitest";
import { test } from "../../world/world.ts";
import { addEntry, found, word } from "./entry.ts";

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
