import fc from "fast-check";
import { test } from "vitest";
import { caseCode, isCaseCode } from "../../src/cases/case-code.ts";

const codes = fc.uuid({ version: 4 }).map(caseCode);

test("a code has the form that can be read out", () => {
  fc.assert(
    fc.property(codes, (code) => /^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/.test(code) && isCaseCode(code)),
  );
});

test("one wrong sign is noticed", () => {
  fc.assert(
    fc.property(
      codes,
      fc.nat(6),
      fc.constantFrom(..."23456789ABCDEFGHJKMNPQRSTUVWXYZ"),
      (code, place, sign) => {
        const plain = [...code.replace("-", "")];
        fc.pre(plain[place] !== sign);
        plain[place] = sign;
        return !isCaseCode(plain.join(""));
      },
    ),
  );
});

test("two neighbors swapped are noticed", () => {
  fc.assert(
    fc.property(codes, fc.nat(5), (code, place) => {
      const plain = [...code.replace("-", "")];
      fc.pre(plain[place] !== plain[place + 1]);
      [plain[place], plain[place + 1]] = [plain[place + 1] ?? "", plain[place] ?? ""];
      return !isCaseCode(plain.join(""));
    }),
  );
});
