import { expect, test } from "vitest";
import { synonyms } from "../../../src/directory/search/synonyms/index.ts";
import { taxonomyTable } from "../../../src/directory/taxonomy/index.ts";

const codes = new Set(taxonomyTable.flatMap(({ terms }) => terms.map(({ code }) => code)));

test("every synonym is one to five plain words for a topic that exists", () => {
  for (const { phrase, code } of synonyms) {
    expect(phrase).toMatch(/^[a-z0-9]+( [a-z0-9]+){0,4}$/);
    expect(codes).toContain(code);
  }
});

test("no synonym is there twice", () => {
  const pairs = synonyms.map(({ phrase, code }) => `${phrase}: ${code}`);
  expect(new Set(pairs).size).toBe(pairs.length);
});

test("every topic has synonyms", () => expect(new Set(synonyms.map(({ code }) => code))).toEqual(codes));
