import fc from "fast-check";
import { expect, test } from "vitest";
import { correct, typingErrors } from "../../src/directory/search/spelling.ts";

const directory = ["sekte", "bedreigd", "cursussen", "rechter", "arbeidsuitbuiting", "thuis", "geld"];
const known = directory.map((word) => ({ word }));

for (const [typed, meant] of [
  ["sektes", "sekte"],
  ["bedrijgd", "bedreigd"],
  ["cusursen", "cursussen"],
  ["arbeidsuitbuitng", "arbeidsuitbuiting"],
  ["gled", "geld"],
] as const)
  test(`${typed} is read as ${meant}`, () => expect(correct(typed, known)?.word).toBe(meant));

for (const typed of ["dochter", "huis", "zus", "gel", "xyz"])
  test(`${typed} is left alone`, () => expect(correct(typed, known)).toBeUndefined());

for (const [typed, meant, errors] of [
  ["sekte", "sekte", 0],
  ["skete", "sekte", 1],
  ["sekt", "sekte", 1],
  ["", "sekte", 5],
  ["dochter", "rechter", 2],
] as const)
  test(`"${typed}" is ${errors} typing errors from "${meant}"`, () =>
    expect(typingErrors(typed, meant)).toBe(errors));

const word = fc.string({ minLength: 0, maxLength: 12 });

test("errors are counted alike in both directions", () => {
  fc.assert(fc.property(word, word, (a, b) => typingErrors(a, b) === typingErrors(b, a)));
});

test("two words are no more errors apart than the longer one has letters", () => {
  fc.assert(fc.property(word, word, (a, b) => typingErrors(a, b) <= Math.max(a.length, b.length)));
});
