import { expect } from "vitest";
import { ownDatabase } from "../world/database.ts";
import { createWorld, test } from "../world/world.ts";
import { aConversation, anArticle, published } from "./make.ts";

test("a conversation shows what is known about its topics, the nearest first, in the case's language", async () => {
  // Other networks' articles are out of it.
  const world = await createWorld(await ownDatabase());
  const about = (title: string, topics: string[], more = {}) =>
    published(world, "network", { title, topics, ...more });
  await about("Breed", ["violence"]);
  await about("Smal", ["threat", "financial-abuse"]);
  await about("Precies", ["violence", "psychological-abuse"]);
  const dutch = await about("Vertaald", ["psychological-abuse"]);
  await about("Translated", ["psychological-abuse"], {
    language: "en",
    translationOf: dutch.id,
  });
  await about("Anders", ["shelter"]);
  const shown = async (topics: string[]) => {
    const { id } = await aConversation(world, topics);
    const { items } = (await world.as(world.eva).get(`/conversations/${id}/articles`)).body;
    return items.map((item: { title: string }) => item.title);
  };
  expect(await shown(["violence", "psychological-abuse"])).toEqual(["Precies", "Breed", "Vertaald", "Smal"]);
  expect(await shown(["threat"])).toEqual(["Smal", "Breed", "Precies"]);
  expect(await shown([])).toEqual([]);
});

test("a conversation is a case's: for its own people, and its reading is written down", async ({ world }) => {
  await anArticle(world);
  const { id } = await aConversation(world, ["psychological-abuse"]);
  const path = `/conversations/${id}/articles`;
  const ilse = await world.member(world.helpline, "counsellor");
  expect((await world.as(ilse).get(path)).body.type).toBe("/problems/case-not-shared");
  expect((await world.as(world.stranger).get(path)).status).toBe(404);
  const { items } = (await world.as(world.eva).get(path)).body;
  expect(items.length).toBeGreaterThan(0);
  expect(await world.audited(world.helpline.id, id)).toContain("conversation.read");
});
