import { expect, test } from "vitest";
import * as codes from "../../../src/cases/codes.ts";
import { dataCategories } from "../../../src/client/disclosure/payload.ts";
import { createSpokenCode, readSpokenCode } from "../../../src/client/disclosure/spoken-code.ts";

const signs = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

test("a code is three groups of five signs, none of which look alike, and reads back", () => {
  for (const code of Array.from({ length: 200 }, createSpokenCode)) {
    expect(code).toMatch(/^([2-9A-HJKMNP-Z]{5}-){2}[2-9A-HJKMNP-Z]{5}$/);
    expect(readSpokenCode(code)).toBe(code.replaceAll("-", ""));
  }
});

test("fourteen free signs are at least 60 bits", () => {
  expect(14 * Math.log2(signs.length)).toBeGreaterThan(60);
});

test("one wrong sign, or two neighbors swapped, is heard", () => {
  const code = createSpokenCode().replaceAll("-", "");
  for (let place = 0; place < code.length; place++) {
    for (const sign of signs)
      if (sign !== code[place])
        expect(() => readSpokenCode(code.slice(0, place) + sign + code.slice(place + 1))).toThrow(
          "code-invalid",
        );
    const [one = "", two = ""] = code.slice(place, place + 2);
    if (two && one !== two)
      expect(() => readSpokenCode(code.slice(0, place) + two + one + code.slice(place + 2))).toThrow(
        "code-invalid",
      );
  }
});

test("the client's categories are those that a consent may name", () => {
  expect(dataCategories).toEqual([...codes.dataCategories]);
});
