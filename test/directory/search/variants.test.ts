import { expect, test } from "vitest";
import { partsOf, variantsOf } from "../../../src/directory/search/variants.ts";

for (const [typed, meant] of [
  ["sektes", "sekte"],
  ["huizen", "huis"],
  ["brieven", "brief"],
  ["advokaat", "advocaat"],
  ["mishandelt", "mishandeld"],
  ["gehersenspoeld", "hersenspoelen"],
  ["misleiding", "mislijding"],
] as const)
  test(`${typed} may be ${meant}`, () => expect(variantsOf(typed)).toContain(meant));

test("a short word has no other ways to be written", () => expect(variantsOf("zus")).toEqual([]));

for (const [compound, part] of [
  ["hulpverlening", "hulp"],
  ["slachtofferadvocaat", "advocaat"],
  ["kindermishandeling", "mishandeling"],
] as const)
  test(`${compound} may hold ${part}`, () => expect(partsOf(compound)).toContain(part));

for (const [word, part] of [
  ["verkracht", "kracht"],
  ["misbruikt", "bruikt"],
  ["sekte", "sek"],
] as const)
  test(`${word} does not hold ${part}`, () => expect(partsOf(word)).not.toContain(part));
