import { expect } from "vitest";
import { test, type World } from "../../world/world.ts";
import { addEntry, word } from "./entry.ts";

type Page = { items: { service: { id: string }; score: number }[]; nextCursor?: string };

const search = async (world: World, body: object): Promise<Page> =>
  (await world.as(world.eva).post("/service-searches", body)).body;

/** All pages of two, with something done after each. */
async function pages(world: World, ask: object, between: (page: number) => Promise<unknown>) {
  const seen: Page["items"] = [];
  let cursor: string | undefined;
  for (let page = 1; page === 1 || cursor; page++) {
    const { items, nextCursor } = await search(world, { ...ask, pageSize: 2, ...(cursor && { cursor }) });
    seen.push(...items);
    cursor = nextCursor;
    await between(page);
  }
  return seen;
}

test("what is added between pages repeats no match and hides none", async ({ world }) => {
  const words = `${word} vogelkooi`;
  const ids: string[] = [];
  for (const at of [1, 2, 3, 4, 5, 6])
    ids.push(
      await addEntry(world, `vogelkooi ${"lang ".repeat(at)}`, {
        service: { description: `${at % 2 ? "vogelkooi" : ""}` },
      }),
    );
  const whole = (await search(world, { words, pageSize: 100 })).items;
  const seen = await pages(world, { words }, async (page) => {
    // More of the same makes each word less rare, and so each match worth less.
    for (const at of [1, 2, 3]) await addEntry(world, `vogelkooi nieuw ${page} ${at}`);
  });
  const old = seen.filter(({ service }) => ids.includes(service.id));
  expect(old).toEqual(whole);
  expect(new Set(seen.map(({ service }) => service.id)).size).toBe(seen.length);
});

test("pages of a relaxed search hold each match once", async ({ world }) => {
  const ids: string[] = [];
  for (const at of [1, 2, 3, 4, 5]) ids.push(await addEntry(world, `kerkuil ${at}`, { language: "tk" }));
  const ask = { words: "xqzzw", language: "tk" };
  const seen = await pages(world, ask, (page) =>
    addEntry(world, `kerkuil nieuw ${page}`, { language: "pl" }),
  );
  expect(seen.map(({ service }) => service.id).sort()).toEqual(ids.sort());
});

test("a list is stable too", async ({ world }) => {
  const ids = [];
  for (const at of [1, 2, 3, 4, 5]) ids.push(await addEntry(world, `${at}`, { language: "sw" }));
  const seen: string[] = [];
  for (let cursor = ""; cursor !== undefined; ) {
    const { body } = await world.as(world.eva).get(`/services?language=sw&pageSize=2${cursor}`);
    seen.push(...body.items.map(({ id }: { id: string }) => id));
    await addEntry(world, `0 ${seen.length}`, { language: "sw" });
    if (!body.nextCursor) break;
    cursor = `&cursor=${body.nextCursor}`;
  }
  expect(seen).toEqual(ids);
});
