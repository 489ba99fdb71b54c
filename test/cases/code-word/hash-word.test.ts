import { expect, test } from "vitest";
import { hashWord, matchesWord } from "../../../src/cases/code-word/hash-word.ts";
import { normalizeWord } from "../../../src/cases/code-word/normalize.ts";

test.each(["Blauwe fiets", "blauwefiets", " BLAUWE-FIETS! ", "blàuwe fïets", "ＢＬＡＵＷＥ fiets"])(
  "%s is the same word",
  (said) => {
    expect(normalizeWord(said)).toBe("blauwefiets");
  },
);

test("a word matches its hash and no other word does; the hash is another one each time", async () => {
  const hashed = await hashWord("blauwe fiets");
  expect(await matchesWord("Blauwe Fiets", hashed)).toBe(true);
  expect(await matchesWord("rode fiets", hashed)).toBe(false);
  expect(await hashWord("blauwe fiets")).not.toBe(hashed);
});

test("a hash costs 210,000 iterations or more, of which Workers take each round", async () => {
  const { rounds, iterations } = JSON.parse(await hashWord("blauwe fiets"));
  expect(rounds * iterations).toBeGreaterThanOrEqual(210_000);
  expect(iterations).toBeLessThanOrEqual(100_000);
});
