import { describe, expect } from "vitest";
import { makeReferral } from "../handoff/make.ts";
import { test } from "../world/world.ts";
import { callsOf, systemOf } from "./system.ts";

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

describe("pages", () => {
  test("yield each row of a list once", async ({ world }) => {
    const system = await systemOf(world, world.bridge);
    const handreiking = system.connect();
    const services = await all(handreiking.pages("/services", { params: { query: { pageSize: 7 } } }));
    const names = services.map(({ name }) => name);
    expect(new Set(services.map(({ id }) => id)).size).toBe(services.length);
    expect(names).toContain(`Hulp van De Brug`);
    expect(callsOf(system.sent)).toHaveLength(Math.ceil(services.length / 7));
    const whole = await handreiking.GET("/services", { params: { query: { pageSize: 100 } } });
    expect(services.slice(0, 100)).toEqual(whole.items);
  });

  test("keep the filters on every page", async ({ world }) => {
    const made = [await makeReferral(world), await makeReferral(world), await makeReferral(world, "draft")];
    const eva = (await systemOf(world, world.helpline)).connect({ onBehalfOf: world.eva.memberId });
    const query = { direction: "sent", state: "offered", pageSize: 1 } as const;
    const offered = await all(eva.pages("/referrals", { params: { query } }));
    expect(offered.map(({ id }) => id).toSorted()).toEqual(
      made
        .slice(0, 2)
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  test("go through a search, whose words travel in the body", async ({ world }) => {
    const system = await systemOf(world, world.bridge);
    const body = { words: "geweld en misbruik", pageSize: 5 };
    const matches = await all(system.connect().pages("/service-searches", { body }));
    expect(matches.length).toBeGreaterThan(5);
    expect(new Set(matches.map(({ service }) => service.id)).size).toBe(matches.length);
    expect(system.sent.some(({ url }) => url.includes("geweld"))).toBe(false);
  });

  test("are asked for only as far as they are read", async ({ world }) => {
    const system = await systemOf(world, world.bridge);
    const query = { pageSize: 2 };
    for await (const _ of system.connect().pages("/services", { params: { query } })) break;
    expect(callsOf(system.sent)).toHaveLength(1);
  });
});

describe("events", () => {
  test("skip nothing and tell nothing twice, wherever one goes on", async ({ world }) => {
    for (let times = 0; times < 12; times++) await makeReferral(world, "accepted");
    const system = await systemOf(world, world.bridge);
    const handreiking = system.connect();
    const events = await all(handreiking.events());
    expect(events.map(({ number }) => number)).toEqual(events.map((_, place) => place + 1));
    expect(events.filter(({ type }) => type === "referral.accepted")).toHaveLength(12);

    const after = events[4]?.number;
    expect(await all(handreiking.events({ after }))).toEqual(events.slice(5));

    const one = await makeReferral(world);
    const news = await all(handreiking.events({ after: events.at(-1)?.number }));
    expect(news.map(({ type, subjectId }) => [type, subjectId])).toEqual([["referral.offered", one.id]]);
  });

  test("go on over more than one page", async ({ world }) => {
    const feed = Array.from({ length: 250 }, (_, place) => ({ number: place + 1 }));
    const system = await systemOf(world, world.bridge);
    const handreiking = system.connect({
      fetch(request) {
        const { pathname, searchParams } = new URL(request.url);
        if (pathname !== "/v1/events") return system.fetch(request);
        const after = Number(searchParams.get("after"));
        const items = feed.slice(after, after + Number(searchParams.get("pageSize")));
        const last = items.at(-1)?.number ?? after;
        return Response.json({ items, after: last, more: last < feed.length });
      },
    });
    const numbers = (await all(handreiking.events({ after: 3 }))).map(({ number }) => number);
    expect(numbers).toEqual(feed.slice(3).map(({ number }) => number));
  });
});
