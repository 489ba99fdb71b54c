import { expect, test } from "vitest";
import { type AccessNeed, accessWords, notMet } from "../../../src/directory/search/access.ts";

const says = (text: string, need: AccessNeed) =>
  new RegExp(accessWords[need], "i").test(text) &&
  !new RegExp(`${notMet}(${accessWords[need]})`, "i").test(text);

for (const [text, need, met] of [
  ["Rolstoeltoegankelijk", "wheelchair", true],
  ["Geen drempels, rolstoeltoegankelijk toilet", "wheelchair", true],
  ["Niet rolstoeltoegankelijk", "wheelchair", false],
  ["Het pand is niet met een rolstoel te bereiken", "wheelchair", false],
  ["Step-free entrance", "wheelchair", true],
  ["Not wheelchair accessible", "wheelchair", false],
  ["Gebarentolk mogelijk", "hearing", true],
  ["Zonder ringleiding", "hearing", false],
  ["Geleidehonden welkom", "sight", true],
  ["Uitleg in eenvoudige taal", "plain-language", true],
  ["Er is een prikkelarme ruimte", "low-stimulus", true],
  ["Lift aanwezig", "hearing", false],
] as const)
  test(`"${text}" ${met ? "meets" : "does not meet"} ${need}`, () => expect(says(text, need)).toBe(met));
