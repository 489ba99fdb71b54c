import { expect } from "vitest";
import { sharingTest as test } from "../../world/world.ts";
import { serviceId } from "../entries.ts";
import { importFile } from "../import/files.ts";
import { openHsds, seed } from "./world.ts";

const nightAndDay = "Advies- en meldpunt huiselijk geweld en kindermishandeling";

test("the root tells the version and where the document is", async ({ world }) => {
  for (const path of ["", "/"])
    expect(await openHsds(world).get(path)).toMatchObject({
      version: "3.1",
      openapi_url: "https://handreiking.example/hsds/openapi.json",
    });
});

test("the document names each path once and refers to nothing that is not in it", async ({ world }) => {
  const document = await openHsds(world).get("/openapi.json");
  const text = JSON.stringify(document);
  for (const [, kind = "", name = ""] of text.matchAll(/"#\/components\/(\w+)\/(\w+)"/g))
    expect(document.components[kind], name).toHaveProperty(name);
  const ids = [...text.matchAll(/"operationId":"(\w+)"/g)].map(([, id]) => id);
  expect(ids).toHaveLength(16);
  expect(new Set(ids).size).toBe(16);
  expect(document.info.description).toContain("do not belong in an address");
  expect(document.security).toBeUndefined();
});

test("an opening hour carries the offset of the day that it is asked for on", async ({ world }) => {
  await seed(world);
  const { get } = openHsds(world);
  const id = await serviceId(world, nightAndDay);
  const hours = async (day: string) => {
    world.clock.time = new Date(`${day}T09:00:00Z`);
    const { schedules } = await get(`/services/${id}`);
    const chat = schedules.find((each: { byday: string }) => each.byday === "MO,TU,WE,TH,FR");
    return [chat.timezone, chat.opens_at, chat.closes_at];
  };
  expect(await hours("2026-01-15")).toEqual([1, "09:00+01:00", "17:00+01:00"]);
  expect(await hours("2026-07-15")).toEqual([2, "09:00+02:00", "17:00+02:00"]);
});

test("numbers are numbers and history is a list", async ({ world }) => {
  await seed(world);
  const { get } = openHsds(world);
  const { contents } = await get("/organizations?full_service=true&search=Kindertelefoon");
  const [kindertelefoon] = contents.find(
    ({ name }: { name: string }) => name === "De Kindertelefoon",
  ).services;
  expect(kindertelefoon).toMatchObject({ minimum_age: 8, maximum_age: 18, cost_options: [{ amount: 0 }] });
});

test("closed, it asks for a token but tells what it is", async ({ world }) => {
  const { ask, app } = openHsds(world, { open: false });
  expect((await ask("/services")).status).toBe(401);
  expect((await ask("/")).status).toBe(200);
  expect((await ask("/openapi.json")).body.security).toEqual([{ token: [] }]);
  const authorization = `Bearer ${await world.tokenOf(world.eva)}`;
  expect((await app.request("/hsds/services", { headers: { authorization } })).status).toBe(200);
});

test("what only this directory knows of a service is among its attributes, and is imported again as it was", async ({
  world,
}) => {
  await seed(world);
  const { get } = openHsds(world);
  const id = await serviceId(world, nightAndDay);
  const served = await get(`/services/${id}`);
  const said = (label: string) =>
    served.attributes
      .filter((each: { label?: string }) => each.label === `handreiking:${label}`)
      .map((each: { value: string }) => each.value);
  expect(said("domain")).toEqual(["care"]);
  expect(said("channel")).toContain("phone");
  expect(said("receives-handoffs")).toEqual(["false"]);
  expect(JSON.stringify(served)).not.toContain("handreiking:public");
  const report = await importFile(world, JSON.stringify(served));
  expect(report.refusals).toBe(0);
  expect(report.entries.map(({ field }) => field)).toContain("handreiking:receives-handoffs");
  expect((await get(`/services/${id}`)).attributes).toEqual(served.attributes);
});
