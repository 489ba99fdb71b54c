import { expect, test } from "vitest";
import { phrasesIn } from "../../../src/directory/search/phrases.ts";

const said = (sentence: string) =>
  new Map(sentence.split(" ").map((word, place) => [place, new Set([word])]));
const phrase = (words: string, name: string) => ({ words: words.split(" "), termId: name, name });
const namesIn = (sentence: string, ...phrases: ReturnType<typeof phrase>[]) =>
  phrasesIn(said(sentence), phrases).map(({ name }) => name);

for (const [sentence, found] of [
  ["geld kwijt", true],
  ["ik ben mijn geld allemaal kwijt", true],
  ["kwijt is het geld", true],
  ["het geld van mijn moeder al helemaal kwijt", true],
  ["geld is er wel maar mijn sleutels ben ik kwijt", false],
  ["geld", false],
] as const)
  test(`"geld kwijt" is ${found ? "" : "not "}said in "${sentence}"`, () =>
    expect(namesIn(sentence, phrase("geld kwijt", "fraud"))).toEqual(found ? ["fraud"] : []));

test("what a longer phrase holds is no phrase by itself", () =>
  expect(namesIn("mijn geld kwijt", phrase("geld", "money"), phrase("geld kwijt", "fraud"))).toEqual([
    "fraud",
  ]));

test("a word of a phrase has a place of its own", () =>
  expect(namesIn("een geld", phrase("geld geld", "money"))).toEqual([]));

test("a longer phrase, and a second one, make a topic surer", () => {
  const strength = (sentence: string, ...phrases: string[]) =>
    phrasesIn(
      said(sentence),
      phrases.map((words) => phrase(words, "topic")),
    )[0]?.strength ?? 0;
  expect(strength("geld kwijt", "geld kwijt")).toBeGreaterThan(strength("geld kwijt", "geld"));
  expect(strength("geld kwijt bedrogen", "geld kwijt", "bedrogen")).toBeGreaterThan(
    strength("geld kwijt bedrogen", "geld kwijt"),
  );
});
