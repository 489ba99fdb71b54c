import { expect, test } from "vitest";
import { findPostcode, municipalitiesOf, provinceOf } from "../../../src/directory/postcodes.ts";

for (const [code, place, province] of [
  ["1011", "Amsterdam", "Noord-Holland"],
  ["3511 AB", "Utrecht", "Utrecht"],
  ["9711ab", "Groningen", "Groningen"],
] as const)
  test(`${code} lies in ${place}`, () => expect(findPostcode(code)).toMatchObject({ place, province }));

for (const code of ["", "0000", "1999", "351", "35111", "abcd", "3511 ABC"])
  test(`"${code}" is no postcode`, () => expect(findPostcode(code)).toBeUndefined());

test("a municipality has its province, however it is written", () => {
  expect(provinceOf("AMERSFOORT")).toBe("Utrecht");
  expect(provinceOf("Nuenen, Gerwen en Nederwetten")).toBe("Noord-Brabant");
  expect(provinceOf("Atlantis")).toBeUndefined();
  expect(municipalitiesOf("utrecht")).toContain("Amersfoort");
});
