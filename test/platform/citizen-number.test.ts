import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holdsCitizenNumber, maskCitizenNumbers } from "../../src/platform/text/citizen-number.ts";

// Made-up numbers that pass the eleven-test: 111222333, 123456782, 012345672 and 12345672, which is the same without its zero.
describe.each([
  ["digits alone", ["111222333", "123456782", "012345672", "12345672", "BSN123456782", "bsn:12345672x"]],
  ["dots", ["123.456.782", "1234.56.782", "1.2.3.4.5.6.7.8.2", "BSN: 123456782.", "12.345.672"]],
  ["slashes", ["123/456/782", "1234/56782", "12/34/56/782"]],
  ["commas", ["123,456,782", "1,2,3,4,5,6,7,8,2", "12,345,672"]],
  ["underscores", ["123_456_782", "_1_2_3_4_5_6_7_8_2_", "1234_5672"]],
  ["dashes", ["123-456-782", "123–456–782", "123 — 456 — 782", "1-2-3-4-5-6-7-8-2", "12‑345‑672"]],
  [
    "spaces",
    ["123 456 782", "12 34 56 782", "123   456   782", "1 2 3 4 5 6 7 8 2", "123\u00a0456\u00a0782"],
  ],
  ["spaces of other widths", ["123\u2003456\u2003782", "123\u202f456\u202f782", "123\u3000456\u3000782"]],
  [
    "tabs and lines",
    ["123\t456\t782", "123\n456\n782", "1234\r\n56782", "123\u2028456\u2028782", "1\n2\n3\n4\n5\n6\n7\n8\n2"],
  ],
  [
    "other marks",
    ["123*456*782", "(123)(456)(782)", "123|456|782", "123·456·782", "123:456:782", "[123] [456] [782]"],
  ],
  [
    "what is not seen",
    [
      "123\u200b456\u200b782",
      "12\u00ad34\u00ad56\u00ad782",
      "1\u20602\u20603456782",
      "123\ufeff456782",
      "1234\u202e56782",
      "1\u034f23456782",
      "123\u3164456782",
      "1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣2️⃣",
      "1\u03322345\u03326782",
    ],
  ],
  [
    "digits of other scripts",
    [
      "１２３４５６７８２",
      "١٢٣٤٥٦٧٨٢",
      "۱۲۳ ۴۵۶ ۷۸۲",
      "१२३४५६७८२",
      "𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟐",
      "①②③④⑤⑥⑦⑧②",
      "¹²³⁴⁵⁶⁷⁸²",
      "1２٣۴५⑥⁷8２",
    ],
  ],
  [
    "beside another number",
    [
      "first 123456789, then 123456782",
      "123456782, 06-12345678",
      "06 12345678 123456782",
      "123 456 782 06 12345678",
      "+31 6 12345678 123456782",
      "+32 470 12 34 56 123456782",
      "020 123 456 782",
      "0 123 456 782",
      "061234564 8 kinderen",
      "geboren 01-02-1990, 123456782",
      "01-02-1990 123.456.782",
      "123456782 2026",
      "€ 12,50 123456782",
      "NL91 ABNA 0417 1643 00 123456782",
      "1012 AB 12 123456782",
    ],
  ],
])("%s", (_, texts) => {
  test.each(texts)("%j holds a citizen number, and none once it is masked", (text) => {
    expect(holdsCitizenNumber(text)).toBe(true);
    const masked = maskCitizenNumbers(text);
    expect(masked).toContain("[nummer verwijderd]");
    expect(holdsCitizenNumber(masked)).toBe(false);
  });
});

describe.each([
  [
    "that fail the test",
    ["123456789", "111222334", "12345678", "1234567820", "000000000", "00 00 00 00", "1123456782"],
  ],
  [
    "telephone numbers",
    [
      "06 12345678",
      "0612345678",
      "06-12345672",
      "06 - 12 34 56 78",
      "(06) 12345672",
      "06.12.34.56.72",
      "06/12345672",
      "06_12345672",
      "030-1234567",
      "0182 - 12 34 56",
      "020-1234567 / 06-12345672",
      "0 6 1 2 3 4 5 6 7 8",
      "+31 6 12345678",
      "+31612345678",
      "+31 612345679",
      "+31(0)6 12345672",
      "+31 (0)20 123 45 67",
      "(+31) 6-12345672",
      "0031 6 12345672",
      "0031612345672",
      "31 6 12345672",
      "088 123 45 67",
      "0900-12345672",
      "+32 470 12 34 56",
      "0470 12 34 56",
      "+49 171 12345672",
      "0171 12345672",
      "6 12345672",
      "0049 171 12345672",
      "+1 (202) 555-0172",
      "+44 20 7946 0018",
      "０６ １２３４５６７２",
    ],
  ],
  [
    "dates and times",
    [
      "2026-01-05",
      "01-02-2026",
      "05012026",
      "20260105",
      "1-2-1990 12:30",
      "2026-11-24T09:30:00Z",
      "24/11/2026 09:30:15",
      "09:00-17:30",
      "9.00 - 17.30",
      "ma 09:00 - 12:30, di 13:00 - 17:00",
      "2019/2026",
      "1990–2026",
      "from 01-02-2026 to 03-04-2026",
    ],
  ],
  [
    "accounts",
    [
      "NL91 ABNA 0417 1643 00",
      "NL91ABNA0417164300",
      "nl91abna0417164300",
      "BE71 0961 2345 6769",
      "DE89 3704 0044 0532 0130 00",
    ],
  ],
  ["addresses", ["3512 JE 12345", "1012AB 123", "Dorpsstraat 12, 3500 AA Utrecht", "1234 AB 56 1234 CD 78"]],
  [
    "amounts of money",
    [
      "€ 1.234.567,02",
      "€ 123.456.782",
      "€ 12 345 672,00",
      "EUR 12.345.672",
      "1.234.567,82 euro",
      "€ 1234567,82",
      "12.345.672 EUR",
    ],
  ],
  [
    "codes",
    [
      "K7Q4-9M2R",
      "case of 2026-01-05",
      "23C45678",
      "d2f6b8a0-1c3e-4f57-9b8d-7e6a5c4b3f22",
      "KvK 12345672",
      "KvK-nummer: 12345672",
    ],
  ],
  ["nothing", ["", "a", "1", "3, 5, 7 en 9 jaar"]],
])("%s", (_, texts) => {
  test.each(texts)("%j holds no citizen number and is left as it is", (text) => {
    expect(holdsCitizenNumber(text)).toBe(false);
    expect(maskCitizenNumbers(text)).toBe(text);
  });
});

test.each([
  ["BSN: 123456782.", "BSN: [nummer verwijderd]."],
  ["111222333 en 123 456 782", "[nummer verwijderd] en [nummer verwijderd]"],
  ["１２３４５６７８２", "[nummer verwijderd]"],
  ["Bel 06 12345678 of 123456789", "Bel 06 12345678 of 123456789"],
  ["½ en 123\u200b４５６ — 782!", "½ en [nummer verwijderd]!"],
  ["𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟐 é 06-12345678", "[nummer verwijderd] é 06-12345678"],
  ["", ""],
])("%j without citizen numbers is %j", (text, masked) => {
  expect(maskCitizenNumbers(text)).toBe(masked);
});

const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
const sumOf = (digits: readonly number[]) =>
  digits.reduce((sum, digit, place) => sum + digit * (weights[place] ?? 0), 0);
/** Made-up numbers that pass: eight digits, and the ninth that fits them, where one does. */
const numbers = fc
  .array(fc.nat(9), { minLength: 8, maxLength: 8 })
  .map((digits) => [...digits, ((sumOf(digits) % 11) + 11) % 11])
  .filter(([first, second, ...rest]) => !(first === 0 && second === 0) && (rest.at(-1) ?? 10) < 10)
  .map((digits) => digits.join(""));

const marks = [..." .,;/_-–|*·:#~=\t\n\u00a0\u2009\u3000"];
const unseen = [..."\u200b\u200d\u2060\u00ad\ufeff\u202d\ufe0f"];
const notSeen = new RegExp(unseen.join("|"), "g");
const runs = fc
  .array(fc.constantFrom(...marks, ...unseen), { minLength: 1, maxLength: 6 })
  .map((signs) => signs.join(""));
const visibleRuns = runs.filter((run) => marks.some((mark) => run.includes(mark)));
const scripts = [0x30, 0xff10, 0x0660, 0x06f0, 0x0966, 0x1d7ce];
const inScript = (digits: string, zeros: readonly number[]) =>
  [...digits].map((digit, place) => String.fromCodePoint((zeros[place] ?? 0x30) + Number(digit)));

test("whatever stands between the digits, in whatever script they are, a number is found and masked whole", () => {
  const spelled = fc.array(fc.constantFrom(...scripts), { minLength: 9, maxLength: 9 });
  const cut = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 });
  const sides = fc.constantFrom(
    ["", ""],
    ["BSN ", "."],
    ["(", ")"],
    ["x", "y"],
    ["mijn nummer is\n", " en dan"],
  );
  fc.assert(
    fc.property(numbers, spelled, cut, runs, sides, (number, zeros, cuts, run, [before, after]) => {
      const typed = inScript(number, zeros).reduce(
        (sofar, digit, at) => sofar + (cuts[at - 1] ? run : "") + digit,
      );
      const text = `${before}${typed}${after}`;
      expect(holdsCitizenNumber(text)).toBe(true);
      expect(maskCitizenNumbers(text)).toBe(`${before}[nummer verwijderd]${after}`);
    }),
    { numRuns: 5_000 },
  );
});

test("with different marks between single digits too", () => {
  fc.assert(
    fc.property(numbers, fc.array(visibleRuns, { minLength: 8, maxLength: 8 }), (number, between) => {
      const text = [...number].reduce((sofar, digit, at) => sofar + (between[at - 1] ?? "") + digit);
      // Such as 1-2-78 or 4:56: a date or a time may stand there.
      fc.pre(!/\d\s*[-–/:.]\s*\d/u.test(text.replaceAll(notSeen, "")));
      expect(maskCitizenNumbers(text)).toBe("[nummer verwijderd]");
    }),
    { numRuns: 2_000 },
  );
});

test("nothing that people write leaves a number behind its mask", () => {
  const texts = fc
    .array(
      fc.oneof(
        numbers,
        runs,
        fc.string({ unit: fc.constantFrom(..."0123456789 -.+/xé") }),
        fc.constantFrom("06", "+31", "0031", "€ ", "31"),
      ),
    )
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(texts, (text) => {
      expect(holdsCitizenNumber(maskCitizenNumbers(text))).toBe(false);
    }),
    { numRuns: 5_000 },
  );
});

describe("telephone numbers", () => {
  const rest = (length: number) =>
    fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((digits) => digits.join(""));
  const mobile = fc
    .tuple(fc.constantFrom("1", "2", "3", "4", "5", "8"), rest(7))
    .map((digits) => digits.join(""));
  const spaced = fc.constantFrom(
    "$1$2$3$4$5",
    "$1 $2 $3 $4 $5",
    "$1$2$3 $4$5",
    "$1$2 $3$4 $5",
    "$1.$2.$3.$4.$5",
    "$1-$2-$3-$4-$5",
    "$1 $2$3$4$5",
  );
  const landline = fc
    .tuple(
      fc.constantFrom("20", "10", "70", "30", "50", "88", "85", "800", "900", "182", "591", "118"),
      rest(7),
    )
    .map(([area, digits]) => ({ area, own: digits.slice(0, 9 - area.length) }));

  test("of the Netherlands are none, however they are typed", () => {
    const prefix = fc.constantFrom(
      "06",
      "06-",
      "06 ",
      "(06) ",
      "06 - ",
      "06.",
      "06/",
      "+316",
      "+31 6 ",
      "+31 (0)6 ",
      "+31(0)6-",
      "00316",
      "0031 6 ",
      "0031-6-",
    );
    fc.assert(
      fc.property(prefix, mobile, spaced, (before, digits, format) => {
        const text = `Bel ${before}${digits.replace(/^(..)(..)(..)(.)(.)$/, format)}.`;
        expect(maskCitizenNumbers(text)).toBe(text);
      }),
      { numRuns: 3_000 },
    );
    const between = fc.constantFrom("", "-", " ", " - ", "/", ".");
    fc.assert(
      fc.property(landline, between, fc.boolean(), ({ area, own }, join, abroad) => {
        const text = `Bel ${abroad ? "+31 " : "0"}${area}${join}${own} na zes uur`;
        expect(maskCitizenNumbers(text)).toBe(text);
      }),
      { numRuns: 3_000 },
    );
  });
});

test("takes time in proportion to the text", () => {
  const texts = [
    "1",
    "12 ",
    "123.",
    "1234-",
    "06 ",
    "+31 ",
    "€ 1.",
    "NL91 ",
    "１",
    "1\u200b",
    "12345678 ",
    "123456782 ",
    "1 2,",
    "12:34 ",
    "01-02-1990 ",
  ];
  const timeOf = (text: string) => {
    const times = Array.from({ length: 3 }, () => {
      const began = performance.now();
      maskCitizenNumbers(text);
      return performance.now() - began;
    });
    return Math.min(...times);
  };
  for (const part of texts) {
    const [short, long] = [part.repeat(5_000), part.repeat(20_000)];
    const isSlow = () => timeOf(long) > 12 * Math.max(timeOf(short), 1);
    expect(isSlow() && isSlow(), JSON.stringify(part)).toBe(false);
  }
});
