import { expect } from "vitest";
import { listServices, searchServices } from "../../../src/directory/index.ts";
import { counting } from "../../world/statements.ts";
import { test, type World } from "../../world/world.ts";
import { addEntry } from "./entry.ts";

/** Three services that only `word` finds. */
async function three(world: World, word: string) {
  await addEntry(world, `${word} one`, {
    service: { channels: ["phone", "chat"], cost: "free" },
    language: "PL",
    topics: ["spiritual-abuse"],
  });
  await addEntry(world, `${word} two`, {
    service: { domain: "legal", cost: "paid" },
    topics: ["psychological-abuse"],
  });
  await addEntry(world, `${word} three`, { service: { audiences: ["harmed", "relative"] }, language: "pl" });
}

const search = async (world: World, words: string, body: object) =>
  (await world.as(world.eva).post("/service-searches", { words, ...body })).body;

test("codes are counted on request, a topic with its narrower ones", async ({ world }) => {
  await three(world, "roerdomp");
  const facets = ["domain", "topic", "audience", "language", "channel", "cost"];
  const { facets: counts, items } = await search(world, "roerdomp", { facets, pageSize: 1 });
  expect(items).toHaveLength(1);
  expect(counts).toEqual({
    total: 3,
    domain: [
      { code: "care", count: 2 },
      { code: "legal", count: 1 },
    ],
    topic: [
      { code: "psychological-abuse", count: 2 },
      { code: "spiritual-abuse", count: 1 },
    ],
    audience: [
      { code: "harmed", count: 3 },
      { code: "relative", count: 1 },
    ],
    language: [{ code: "pl", count: 2 }],
    channel: [
      { code: "phone", count: 3 },
      { code: "chat", count: 1 },
    ],
    cost: [
      { code: "free", count: 1 },
      { code: "paid", count: 1 },
    ],
  });
  expect((await search(world, "roerdomp", {})).facets).toBeUndefined();
});

test("a facet counts as if its own filter were off, and the others on", async ({ world }) => {
  await three(world, "wielewaal");
  const { facets } = await search(world, "wielewaal", { domain: "legal", facets: ["domain", "cost"] });
  expect(facets).toEqual({
    total: 1,
    domain: [
      { code: "care", count: 2 },
      { code: "legal", count: 1 },
    ],
    cost: [{ code: "paid", count: 1 }],
  });
});

test("what a relaxed search answers is counted", async ({ world }) => {
  await three(world, "kluut");
  const { relaxed, facets } = await search(world, "kluut", { channel: "whatsapp", facets: ["channel"] });
  expect(relaxed).toEqual(["channel"]);
  expect(facets).toMatchObject({ total: 3 });
});

test("a list counts all that it lists", async ({ world }) => {
  const { body } = await world
    .as(world.eva)
    .get("/services?pageSize=1&facets=domain&facets=channel&domain=legal");
  const listed = (await world.as(world.eva).get("/services?pageSize=100&domain=legal")).body.items;
  expect(body.facets.total).toBe(listed.length);
  expect(body.facets.domain).toContainEqual({ code: "legal", count: listed.length });
  expect(body.facets.domain.length).toBeGreaterThan(1);
});

test("counting costs a search no statement, and a list one", async ({ world }) => {
  const { db, count } = counting(world.platform.db);
  const ctx = { ...world.job(world.helpline.id), db };
  await searchServices(ctx, { words: "sekte", pageSize: 25, facets: ["domain", "topic"] });
  expect(count() - 1).toBe(2);
  await listServices(ctx, { pageSize: 25, radiusKilometers: 25, facets: ["domain"] });
  // Each transaction's first statement sets the participant.
  expect(count() - 2).toBe(4);
});
