import { expect, test } from "vitest";
import { saidAlike, wordsIn } from "../../../src/directory/search/spoken.ts";

for (const [text, words] of [
  ["Ze hebben m'n paspoort", "ze hebben mijn paspoort"],
  ["they won’t let me", "they will not let me"],
  ["I can't, I don't", "i can not i do not"],
  ["I'm 13", "i am 13"],
  ["zo'n groep", "zo een groep"],
] as const)
  test(`"${text}" is read as "${words}"`, () => expect(wordsIn(text)).toEqual(words.split(" ")));

test("family is called by many names", () => {
  expect(saidAlike("papa")).toContain("vader");
  expect(saidAlike("vader")).toContain("papa");
});

test("a stepfather is not a father", () => expect(saidAlike("vader")).not.toContain("stiefvader"));
