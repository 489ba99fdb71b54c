import { describe, expect, test } from "vitest";
import { createSpokenCode, sealDisclosure } from "../../../src/client/index.ts";
import { sealedRefusal } from "../../../src/handoff/disclosure/sealed-disclosure.ts";
import { SealedDisclosure } from "../../../src/handoff/disclosure/sealed-wire.ts";
import { helpline, partner, receivingKey, toSeal } from "../../client/disclosure/sealing.ts";

const byKey = SealedDisclosure.parse(await sealDisclosure(toSeal));
const byCode = SealedDisclosure.parse(
  await sealDisclosure({ ...toSeal, recipient: { code: createSpokenCode() } }),
);
const [own, theirs] = [helpline.pinned.thumbprint, partner.pinned.thumbprint];
const sealing = {
  recipientKids: ["an-older-key", theirs],
  senderKids: [own],
  method: "key" as const,
  categories: ["contact" as const],
  consentCategories: ["contact" as const, "identity" as const],
};
const codeSealing = { ...sealing, method: "code" as const };
const header = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

describe("the form in the contract", () => {
  test("takes what the client makes, by key, by P-256 key and by code", async () => {
    const p256 = await receivingKey("P-256");
    expect(
      SealedDisclosure.safeParse(await sealDisclosure({ ...toSeal, recipient: p256.pinned })).success,
    ).toBe(true);
  });

  const [first, second] = byKey.recipients;
  const [coded] = byCode.recipients;
  const withHeader = (change: Record<string, unknown>, recipient = first) => ({
    ...byKey,
    recipients: [{ ...recipient, header: { ...recipient?.header, ...change } }, second],
  });
  test.each<[string, unknown]>([
    ["one recipient", { ...byKey, recipients: [first] }],
    ["three recipients", { ...byKey, recipients: [first, second, second] }],
    ["a field of its own", { ...byKey, unprotected: {} }],
    ["a ciphertext above 30,000 characters", { ...byKey, ciphertext: "A".repeat(30_001) }],
    ["an empty ciphertext", { ...byKey, ciphertext: "" }],
    ["a shortened tag", { ...byKey, tag: byKey.tag.slice(1) }],
    ["a shortened initialization vector", { ...byKey, iv: byKey.iv.slice(1) }],
    ["padding", { ...byKey, iv: `${byKey.iv.slice(1)}=` }],
    ["the algorithm none", withHeader({ alg: "none" })],
    ["the algorithm dir", withHeader({ alg: "dir" })],
    ["a weaker key wrap", withHeader({ alg: "ECDH-ES+A128KW" })],
    ["RSA", withHeader({ alg: "RSA-OAEP-256" })],
    ["a header of its own", withHeader({ jku: "https://keys.example" })],
    ["a private ephemeral key", withHeader({ epk: { ...partner.own } })],
    ["no kid", withHeader({ kid: undefined })],
    ["too few iterations", withHeader({ p2c: 599_999 }, coded)],
    ["too many iterations", withHeader({ p2c: 1_000_001 }, coded)],
    ["a short salt", withHeader({ p2s: "AAAAAAAAAAA" }, coded)],
  ])("refuses %s", (_, sealed) => {
    expect(SealedDisclosure.safeParse(sealed).success).toBe(false);
  });

  test("keeps the whole below 32 KiB", () => {
    const longest = { ...byCode, ciphertext: "A".repeat(30_000), protected: "A".repeat(200) };
    expect(JSON.stringify(longest).length).toBeLessThan(32 * 1024);
    expect(SealedDisclosure.safeParse(longest).success).toBe(true);
  });
});

const swapped = (sealed: SealedDisclosure) => ({ ...sealed, recipients: sealed.recipients.toReversed() });
test.each([
  ["to the partner's key", byKey, sealing],
  ["to the partner's key, the helpline's copy first", swapped(byKey), sealing],
  ["to a code", byCode, codeSealing],
  ["to a code, the helpline's copy first", swapped(byCode), codeSealing],
  [
    "with its header in another order",
    { ...byKey, protected: header({ typ: "disclosure+jwe", enc: "A256GCM" }) },
    sealing,
  ],
])("takes what is sealed %s", (_, sealed, expected) => {
  expect(sealedRefusal(sealed, expected)).toBeUndefined();
});

const toKeys = /one current receiving key of the recipient/;
const toCode = /sealed to a code/;
const [ownCopy, theirCopy] = [byKey.recipients[1], byKey.recipients[0]] as const;
const many = [
  { ...byCode.recipients[0], header: { ...byCode.recipients[0]?.header, p2c: 2_000_000 } },
  ownCopy,
];

test.each<[string, unknown, object, RegExp]>([
  ["to a key that the partner has replaced", byKey, { recipientKids: ["a-newer-key"] }, toKeys],
  ["to a partner without keys", byKey, { recipientKids: [] }, toKeys],
  ["without a current key of the helpline", byKey, { senderKids: ["a-newer-key"] }, toKeys],
  ["twice to the partner", { ...byKey, recipients: [theirCopy, theirCopy] }, {}, toKeys],
  ["twice to the helpline", { ...byKey, recipients: [ownCopy, ownCopy] }, {}, toKeys],
  ["to one recipient", { ...byKey, recipients: [theirCopy] }, {}, /exactly two/],
  ["to three recipients", { ...byKey, recipients: [theirCopy, ownCopy, ownCopy] }, {}, /exactly two/],
  ["to a code where a key was said", byCode, {}, toKeys],
  ["to a key where a code was said", byKey, { method: "code" }, toCode],
  [
    "twice to a code",
    { ...byCode, recipients: [byCode.recipients[0], byCode.recipients[0]] },
    { method: "code" },
    toCode,
  ],
  ["to a code with too many iterations", { ...byCode, recipients: many }, { method: "code" }, toCode],
  [
    "with another content encryption",
    { ...byKey, protected: header({ enc: "A128GCM", typ: "disclosure+jwe" }) },
    {},
    /protected header/,
  ],
  [
    "with compression",
    { ...byKey, protected: header({ enc: "A256GCM", typ: "disclosure+jwe", zip: "DEF" }) },
    {},
    /protected header/,
  ],
  ["with a header that is null", { ...byKey, protected: header(null) }, {}, /protected header/],
  ["with a header that is no JSON", { ...byKey, protected: "AAAA" }, {}, /protected header/],
  ["for more than the consent covers", byKey, { categories: ["contact", "health"] }, /more than the consent/],
  ["for nothing", byKey, { categories: [] }, /no category/],
])("refuses what is sealed %s", (_, sealed, change, reason) => {
  expect(sealedRefusal(sealed as SealedDisclosure, { ...sealing, ...change })).toMatch(reason);
});
