import { expect, test } from "vitest";
import { holdsCitizenNumber, maskCitizenNumbers } from "../../src/platform/citizen-number.ts";

// 111222333 and 123456782 are made-up numbers that pass the eleven-test.
test.each([
  "111222333",
  "123456782",
  "BSN: 123456782.",
  "123.456.782",
  "123 456 782",
  "1234.56.782",
  "１２３４５６７８２",
  "first 123456789, then 123456782",
])("%s holds a citizen number", (text) => {
  expect(holdsCitizenNumber(text)).toBe(true);
});

test.each([
  "123456789",
  "111222334",
  "12345678",
  "1234567820",
  "06 12345678",
  "030-1234567",
  "+31 6 12345678",
  "12 34 56 782",
  "case of 2026-01-05",
  "",
])("%s holds none", (text) => {
  expect(holdsCitizenNumber(text)).toBe(false);
});

test.each([
  ["BSN: 123456782.", "BSN: [nummer verwijderd]."],
  ["111222333 en 123 456 782", "[nummer verwijderd] en [nummer verwijderd]"],
  ["１２３４５６７８２", "[nummer verwijderd]"],
  ["Bel 06 12345678 of 123456789", "Bel 06 12345678 of 123456789"],
  ["½ en １２３４５６７８２", "1⁄2 en [nummer verwijderd]"],
  ["", ""],
])("%s without citizen numbers is %s", (text, masked) => {
  expect(maskCitizenNumbers(text)).toBe(masked);
  expect(holdsCitizenNumber(masked)).toBe(false);
});
