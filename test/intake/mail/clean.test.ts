import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanLine, cleanText } from "../../../src/intake/mail/clean.ts";
import { holdsCitizenNumber } from "../../../src/platform/text/citizen-number.ts";

// 123456782, made up, passes the eleven-test.
test.each([
  "1\u200b2\u200b3\u200b4\u200b5\u200b6\u200b7\u200b8\u200b2",
  "123\r\n456\r\n782",
  "1 2 3 4 5 6 7 8 2",
  "١٢٣/٤٥٦/٧٨٢",
  "123,456,782",
  "1\u00072345\u0007678\u00072",
])("%j leaves no digit of its own", (number) => {
  for (const clean of [cleanText, cleanLine])
    expect(clean(`BSN ${number}, bel mij`, 100)).toBe("BSN [nummer verwijderd], bel mij");
});

test("a number that one may call stays as it was written", () => {
  const text = "Bel mij op 06 - 12 34 56 72 of +31 (0)20 123 45 67, van 09:00 tot 17:30";
  expect(cleanText(text, 200)).toBe(text);
});

test("wherever it is cut, what is kept fits and holds no citizen number, whole or begun", () => {
  const joint = fc.constantFrom("", " ", ".", "-", "\n", ", ", "\u200b", "   ");
  fc.assert(
    fc.property(fc.nat(70), joint, (longest, join) => {
      const text = `Mijn nummer is ${[..."123456782"].join(join)} en ${[..."111222333"].join(join)} dus`;
      for (const kept of [cleanText(text, longest + 1), cleanLine(text, longest + 1)]) {
        expect(kept.length).toBeLessThanOrEqual(longest + 1);
        expect(holdsCitizenNumber(kept)).toBe(false);
        expect(kept).not.toMatch(/\d/);
      }
    }),
    { numRuns: 1000 },
  );
});
