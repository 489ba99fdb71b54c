import { describe, expect, test } from "vitest";
import { readAssertion } from "../../../src/identity/sign-in/assertion.ts";

const terms = {
  memberClaim: "sub",
  requiredAcr: [] as string[],
  requiredAmr: [] as string[],
  roleClaim: null as string | null,
  roleMapping: [{ value: "lijn", roles: ["counsellor" as const, "intake" as const] }],
};

test("somebody is who the provider says, under the claim that the participant chose", () => {
  expect(readAssertion(terms, { sub: "a" })).toEqual({ subject: "a", expected: "a" });
  const byNumber = { ...terms, memberClaim: "personnel" };
  expect(readAssertion(byNumber, { sub: "a", personnel: "12", name: "Eva" })).toEqual({
    subject: "a",
    expected: "12",
    name: "Eva",
  });
});

describe("somebody is unknown", () => {
  test.each([
    ["without the claim", "personnel", { sub: "a" }],
    ["with a claim that is no text", "personnel", { sub: "a", personnel: 12 }],
    ["with a claim that is a list", "personnel", { sub: "a", personnel: ["12"] }],
    ["with a claim that is empty", "personnel", { sub: "a", personnel: "" }],
    ["with a claim that is very long", "personnel", { sub: "a", personnel: "1".repeat(256) }],
    ["with a claim that is not well formed", "personnel", { sub: "a", personnel: "\ud800" }],
    ["with an address that is not verified", "email", { sub: "a", email: "a@example.org" }],
    [
      "with an address that is verified as a text",
      "email",
      { sub: "a", email: "a@example.org", email_verified: "true" },
    ],
    ["by a claim that every object has", "constructor", { sub: "a" }],
  ])("%s", (_, memberClaim, claims) => {
    expect(readAssertion({ ...terms, memberClaim }, claims)).toBe("unknown-person");
  });
});

describe("a way in is strong enough", () => {
  test.each([
    [{ requiredAcr: ["high", "higher"] }, { acr: "higher" }, true],
    [{ requiredAcr: ["high"] }, { acr: "highest" }, false],
    [{ requiredAcr: ["high"] }, { acr: ["high"] }, false],
    [{ requiredAcr: ["high"] }, {}, false],
    [{ requiredAmr: ["mfa", "hwk"] }, { amr: ["pwd", "mfa"] }, true],
    [{ requiredAmr: ["mfa"] }, { amr: ["pwd"] }, false],
    [{ requiredAmr: ["mfa"] }, { amr: "mfa" }, false],
    [{ requiredAmr: ["mfa"] }, {}, false],
    [{ requiredAcr: ["high"], requiredAmr: ["mfa"] }, { acr: "high" }, false],
    [{ requiredAcr: ["high"], requiredAmr: ["mfa"] }, { acr: "high", amr: ["mfa"] }, true],
  ])("under %j with %j: %s", (needed, claims, strong) => {
    const read = readAssertion({ ...terms, ...needed }, { sub: "a", ...claims });
    expect(read === "not-strong").toBe(!strong);
  });
});

describe("roles follow from the claim", () => {
  const mapped = { ...terms, roleClaim: "groups" };
  test.each([
    [
      ["lijn", "lunch"],
      ["counsellor", "intake"],
    ],
    ["lijn", ["counsellor", "intake"]],
  ])("%j", (groups, roles) => {
    expect(readAssertion(mapped, { sub: "a", groups })).toMatchObject({ roles });
  });

  test.each([[undefined], [[]], ["Lijn"], [{ lijn: true }], [["lijn2"]], [null]])(
    "%j gives none",
    (groups) => {
      expect(readAssertion(mapped, { sub: "a", groups })).toBe("no-role");
    },
  );
});
