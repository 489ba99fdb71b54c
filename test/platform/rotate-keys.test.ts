import { describe, expect, test } from "vitest";
import { addAhead, rotateKeys, type SigningKey } from "../../src/platform/keys/rotate-keys.ts";

const key = (kid: string, more: Partial<SigningKey> = {}): SigningKey => ({
  kty: "OKP",
  kid,
  d: kid,
  ...more,
});
const at = (day: number) => new Date(`2026-01-${String(day).padStart(2, "0")}T09:00:00Z`);

describe("a rotation", () => {
  test("lets the new key sign, and keeps what verifies of the old one alone", () => {
    expect(rotateKeys([key("old")], key("new"), at(5), 24)).toEqual([
      key("new"),
      { kty: "OKP", kid: "old", retiredAt: at(5).toISOString() },
    ]);
  });

  test("drops an old key once nothing that it signed can be valid any more", () => {
    const once = rotateKeys([key("a")], key("b"), at(5), 24);
    const soon = rotateKeys(once, key("c"), new Date(at(6).getTime() - 1), 24);
    expect(soon.map(({ kid }) => kid)).toEqual(["c", "b", "a"]);
    expect(rotateKeys(once, key("c"), at(6), 24).map(({ kid }) => kid)).toEqual(["c", "b"]);
  });

  test("lets the key sign that was made known ahead", () => {
    const ahead = addAhead([key("a"), key("z", { retiredAt: at(4).toISOString() })], key("b"));
    expect(ahead.map(({ kid, next }) => [kid, next])).toEqual([
      ["a", undefined],
      ["b", true],
      ["z", undefined],
    ]);
    expect(addAhead(ahead, key("c"))).toEqual(ahead);
    const after = rotateKeys(ahead, key("c"), at(5), 24);
    expect(after[0]).toEqual(key("b"));
    expect(after.map(({ kid }) => kid)).toEqual(["b", "a"]);
  });
});
