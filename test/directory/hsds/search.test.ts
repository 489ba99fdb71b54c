import { expect } from "vitest";
import { sharingTest as test } from "../../world/world.ts";
import { openHsds } from "./world.ts";

interface Named {
  id: string;
  name: string;
}
const namesOf = (contents: Named[]) => contents.map(({ name }) => name);

test("services are found as at /v1, the best first", async ({ world }) => {
  const words = "loverboy arbeidsuitbuitng mensenhandel";
  const { body } = await world.as(world.eva).post("/service-searches", { words, pageSize: 100 });
  const scores = new Map<string, number>(
    body.items.map(({ service, score }: { service: Named; score: number }) => [service.id, score]),
  );
  const { get } = openHsds(world);
  const { contents } = await get(`/services?per_page=100&search=${encodeURIComponent(words)}`);
  const ranked = (contents as Named[]).map(({ id }) => scores.get(id));
  expect(ranked).toEqual([...scores.values()].sort((a, b) => b - a));
});

test("organizations are found by their own words and by what they offer, the best first", async ({
  world,
}) => {
  const { get } = openHsds(world);
  const { contents } = await get("/organizations?search=arbeidsuitbuiting");
  expect(namesOf(contents)).toEqual(expect.arrayContaining(["FairWork", "CoMensha"]));
  expect(namesOf((await get("/organizations?search=fairwurk")).contents)[0]).toBe("FairWork");
});

test("places are found by what is offered there", async ({ world }) => {
  const { get } = openHsds(world);
  const { contents } = await get("/service_at_locations?full=true&search=zelfmoord");
  expect(contents[0].service.name).toMatch(/zelfmoord/);
});

for (const list of ["services", "organizations"])
  test(`the pages of a search of /${list} hold each record once, in one order`, async ({ world }) => {
    const { get, app } = openHsds(world);
    const search = "search=geweld%20misbruik";
    const whole = await get(`/${list}?${search}&per_page=500`);
    const paged: Named[] = [];
    for (let page = 1; paged.length < whole.total_items; page++)
      paged.push(...(await get(`/${list}?${search}&per_page=3&page=${page}`)).contents);
    expect(paged).toEqual(whole.contents);
    const lines = (await (await app.request(`/hsds/${list}?${search}&format=ndjson`)).text()).trimEnd();
    expect(lines.split("\n").map((line) => JSON.parse(line))).toEqual(whole.contents);
  });

test("words of which none is known find nothing", async ({ world }) => {
  const { get } = openHsds(world);
  for (const list of ["services", "organizations", "service_at_locations"])
    expect((await get(`/${list}?search=zzqxwvkjplok`)).empty).toBe(true);
});
