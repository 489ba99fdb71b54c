import { expect, test } from "vitest";
import { readPartners, termCodeOf } from "../../src/directory/starter/partner.ts";
import { taxonomyTable } from "../../src/directory/taxonomy/index.ts";

const termsOf = (name: string) => taxonomyTable.find((taxonomy) => taxonomy.name === name)?.terms ?? [];
const allTerms = taxonomyTable.flatMap(({ terms }) => terms);

test("the top terms of abuse are the six kinds", () => {
  const top = termsOf("abuse").filter(({ parent }) => parent === undefined);
  expect(top.map(({ code }) => code)).toEqual([
    "child-abuse",
    "violence",
    "sexual-exploitation",
    "labour-exploitation",
    "financial-abuse",
    "psychological-abuse",
  ]);
});

test("a code stands for one term in all taxonomies", () => {
  expect(new Set(allTerms.map(({ code }) => code)).size).toBe(allTerms.length);
});

for (const { name, terms } of taxonomyTable)
  test(`a narrower term of ${name} follows its broader one`, () => {
    for (const [at, { parent }] of terms.entries())
      if (parent !== undefined) expect(terms.slice(0, at).map(({ code }) => code)).toContain(parent);
  });

test("a term has both names and one sentence about it", () => {
  for (const { code, name, nameEn, description } of allTerms) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(name).not.toBe("");
    expect(nameEn).not.toBe("");
    expect(description, code).toMatch(/^[A-Z][^.]+\.$/);
  }
});

test("every topic of the starter directory is a term", () => {
  const codes = new Set(allTerms.map(({ code }) => code));
  const topics = readPartners().flatMap(({ services }) => services.flatMap((service) => service.topics));
  expect(topics.filter((topic) => !codes.has(termCodeOf(topic)))).toEqual([]);
});
