import { describe, expect } from "vitest";
import { type Person, sharingTest as test, type World } from "../world/world.ts";
import { anArticle, published } from "./make.ts";

const made = new WeakMap<World, Promise<Record<"control" | "money" | "english" | "draft", string>>>();

/** Three articles that all may read, and a draft; each with words that no service of the directory holds. */
function library(world: World) {
  const known = made.get(world) ?? fill(world);
  made.set(world, known);
  return known;
}

async function fill(world: World) {
  const control = await published(world, "public", {
    title: "Gaslighting herkennen",
    summary: "Hoe iemand aan de eigen waarneming gaat twijfelen.",
    markdown: "Wie gegaslight wordt, houdt een dagboek bij. Een **stopwoordenlijst** helpt.",
    topics: ["psychological-abuse"],
  });
  const money = await published(world, "network", {
    title: "Tienden en schenkingen",
    summary: "Wat een gift aan een beweging is.",
    markdown: "Een tiende van het inkomen afdragen. Een accountant kijkt mee naar de kwitanties.",
    topics: ["financial-abuse"],
  });
  const english = await published(world, "network", {
    language: "en",
    title: "Leaving safely",
    summary: "What to pack, and whom to tell.",
    markdown: "Prepare a rucksack with copies of your passport.",
    topics: ["shelter"],
  });
  const draft = await anArticle(world, {
    title: "Vertrouwelijke werkwijze",
    summary: "Nog niet voor anderen.",
    markdown: "De zebraprocedure van onze helplijn.",
    topics: ["psychological-abuse"],
  });
  return { control: control.id, money: money.id, english: english.id, draft: draft.id };
}

async function search(world: World, person: Person, words: string, given = {}) {
  const { status, body } = await world.as(person).post("/article-searches", { words, ...given });
  expect(status).toBe(200);
  return { ...body, ids: body.items.map((item: { article: { id: string } }) => item.article.id) };
}

describe("a search for articles", () => {
  test.for([
    ["a word as written", "stopwoordenlijst", "control", "text"],
    ["another form of it", "kwitantie", "money", "text"],
    ["a typing error in a word that only an article holds", "stopwordenlijst", "control", "text"],
    ["a typing error in its title", "gaslihgting", "control", "title"],
    ["how it sounds", "akkountant", "money", "text"],
    ["a part of a compound", "dagboekfragment", "control", "text"],
    ["an English word", "rucksacks", "english", "text"],
    ["the name of a topic", "financieel", "money", "topic"],
  ] as const)("finds by %s, and says why", async ([, words, wanted, by], { world }) => {
    const ids = await library(world);
    const found = await search(world, world.noor, words);
    expect(found.ids[0]).toBe(ids[wanted]);
    expect(found.items[0].matched).toContainEqual({ word: expect.any(String), by });
    expect(found.relaxed).toBeUndefined();
  });

  test("understands what callers say for a topic, by the directory's synonyms", async ({ world }) => {
    const { money } = await library(world);
    const found = await search(world, world.noor, "hij heeft mijn pinpas en al mijn geld afgepakt");
    expect(found.ids).toContain(money);
    expect(
      found.items.find((item: { article: { id: string } }) => item.article.id === money).matched,
    ).toContainEqual(expect.objectContaining({ by: "synonym" }));
  });

  test("finds what the reader may read: a draft and its words are its own helpline's", async ({ world }) => {
    const { draft } = await library(world);
    for (const words of ["zebraprocedure", "zebraprosedure", "vertrouwelijke werkwijze"]) {
      expect((await search(world, world.eva, words)).ids).toContain(draft);
      const foreign = await search(world, world.noor, words);
      expect(foreign.ids).not.toContain(draft);
      expect(foreign.understoodAs).not.toContain("zebraprocedure");
    }
    const { body } = await world.as(world.noor).post("/service-suggestions", { words: "zebra" });
    expect(body.items).toEqual([]);
  });

  test("names what was left out where nothing meets all", async ({ world }) => {
    const { control, english } = await library(world);
    const other = await search(world, world.noor, "stopwoordenlijst", { language: "en" });
    expect([other.ids[0], other.relaxed]).toEqual([control, ["language"]]);
    const elsewhere = await search(world, world.noor, "stopwoordenlijst", { topics: ["shelter"] });
    expect([elsewhere.ids[0], elsewhere.relaxed]).toEqual([control, ["topics"]]);
    const unheard = await search(world, world.noor, "qqqq", { topics: ["shelter"] });
    expect([unheard.ids, unheard.relaxed, unheard.items[0].matched]).toEqual([[english], ["words"], []]);
  });

  test("reads an article's new words, and no longer the old, once the new version is published", async ({
    world,
  }) => {
    const { id, path } = await published(world, "network", { markdown: "Over het kampvuurlied." });
    expect((await search(world, world.noor, "kampvuurlied")).ids).toEqual([id]);
    await world.as(world.eva).post(`${path}/withdrawal`);
    expect((await search(world, world.noor, "kampvuurlied")).understoodAs).toEqual([]);
  });

  test("pages show each match once", async ({ world }) => {
    await library(world);
    const words = "gaslighting tienden rucksack";
    const seen: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await search(world, world.noor, words, { pageSize: 1, ...(cursor && { cursor }) });
      seen.push(...page.ids);
      cursor = page.nextCursor;
      if (!cursor) break;
    }
    expect(seen.toSorted()).toEqual((await search(world, world.noor, words)).ids.toSorted());
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(3);
  });
});
