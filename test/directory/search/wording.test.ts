import { expect, test } from "vitest";
import { tellsMinor, wordsMeant } from "../../../src/directory/search/wording.ts";

const wordsOf = (sentence: string) =>
  wordsMeant(new Map(sentence.split(" ").map((word, place) => [place, new Set([word])]))).map(
    ({ word }) => word,
  );

test("English words are those of the directory", () =>
  expect(wordsOf("i told the police")).toContain("politie"));

test("a tip without a name is an anonymous report of a crime", () =>
  expect(wordsOf("ik wil iets tippen")).toEqual(["anoniem", "misdaad", "melding"]));

test("a sentence without such words means no others", () =>
  expect(wordsOf("mijn fiets is kapot")).toEqual([]));

for (const sentence of ["ik ben 14", "ik ben pas dertien jaar oud", "i am 13 and scared"])
  test(`"${sentence}" tells an age below eighteen`, () =>
    expect(tellsMinor(sentence.split(" "))).toBeGreaterThan(0));

for (const sentence of ["ik ben 14 jaar lid geweest", "ik ben 40", "er zijn 12 mensen", "i am 18"])
  test(`"${sentence}" does not`, () => expect(tellsMinor(sentence.split(" "))).toBeUndefined());
