import { expect } from "vitest";
import { suggestServices } from "../../../src/directory/index.ts";
import { sharingTest as test, type World } from "../../world/world.ts";

interface Suggestion {
  words: string;
  topic?: string | undefined;
}

const suggested = async (world: World, words: string): Promise<Suggestion[]> =>
  (await suggestServices(world.job(world.helpline.id), { words })).items;

for (const [typed, suggestion] of [
  ["mijn zus zit in een sek", { words: "Sekte of gesloten groep", topic: "cults" }],
  ["uithuw", { words: "Huwelijksdwang en achterlating", topic: "forced-marriage" }],
  ["FRAU", { words: "Fraude en oplichting", topic: "fraud" }],
  ["lawy", { words: "Rechtsbijstand", topic: "legal-aid" }],
  ["zedenr", { words: "zedenrechercheur" }],
] as const)
  test(`"${typed}" may become ${suggestion.words}`, async ({ world }) => {
    expect(await suggested(world, typed)).toContainEqual(suggestion);
  });

for (const typed of ["a", "xqzzw", "%%", "\\\\", "__"])
  test(`"${typed}" becomes nothing`, async ({ world }) => expect(await suggested(world, typed)).toEqual([]));

test("at most ten are suggested, and what was typed is not repeated", async ({ world }) => {
  const answer = await suggested(world, "Quispel ve");
  expect(answer.length).toBeLessThanOrEqual(10);
  expect(JSON.stringify([answer, world.logged]).toLowerCase()).not.toContain("quispel");
});

test("synonyms are listed once, page by page", async ({ world }) => {
  const listed: string[] = [];
  for (let path: string | undefined = "/search-synonyms?topic=fraud&pageSize=20"; path; ) {
    const { body } = await world.as(world.eva).get(path);
    listed.push(...body.items.map(({ phrase }: { phrase: string }) => phrase));
    for (const item of body.items) expect(item).toMatchObject({ topic: "fraud" });
    path = body.nextCursor && `/search-synonyms?topic=fraud&pageSize=20&cursor=${body.nextCursor}`;
  }
  expect(listed).toContain("geld kwijt");
  expect(new Set(listed).size).toBe(listed.length);
});
