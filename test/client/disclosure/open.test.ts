import { CompactSign, GeneralEncrypt, type GeneralJWE, importJWK, type JWK } from "jose";
import { describe, expect, test } from "vitest";
import {
  createSpokenCode,
  type DisclosureExpected,
  openDisclosure,
  sealDisclosure,
} from "../../../src/client/index.ts";
import {
  categories,
  consentId,
  data,
  expected,
  helpline,
  openingOf,
  partner,
  receivingKey,
  referralId,
  sender,
  signingKey,
  toSeal,
} from "./sealing.ts";

const sealed = await sealDisclosure(toSeal);
const code = createSpokenCode();
const sealedByCode = await sealDisclosure({ ...toSeal, recipient: { code } });
const [other, otherSender] = [await receivingKey(), await signingKey()];

const bytesOf = (text: string) => Buffer.from(text, "base64url");
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

const encryptedKey = (jwe: GeneralJWE) => jwe.recipients[0] as { encrypted_key: string };

test.each(["ciphertext", "iv", "tag", "encrypted_key"] as const)(
  "no byte of the %s can be altered",
  async (part) => {
    const holder = (jwe: GeneralJWE) =>
      (part === "encrypted_key" ? encryptedKey(jwe) : jwe) as Record<string, string>;
    const whole = bytesOf(String(holder(sealed)[part]));
    for (const place of whole.keys()) {
      const altered = structuredClone(sealed);
      const bytes = Buffer.from(whole);
      bytes[place] = (bytes[place] ?? 0) ^ 1;
      holder(altered)[part] = bytes.toString("base64url");
      expect(await openingOf(altered), `byte ${place}`).toBe("not-decrypted");
    }
  },
);

const withHeader = (change: Record<string, unknown>, of: GeneralJWE = sealed, place = 0) => {
  const recipients = of.recipients.map((recipient, at) =>
    at === place ? { ...recipient, header: { ...recipient.header, ...change } } : recipient,
  );
  return { ...of, recipients };
};
const [first, second] = sealed.recipients;

test.each<[string, unknown, string]>([
  ["nothing", undefined, "form-invalid"],
  ["a text", "sealed", "form-invalid"],
  ["one recipient only", { ...sealed, recipients: [first] }, "form-invalid"],
  ["a third recipient", { ...sealed, recipients: [first, second, second] }, "form-invalid"],
  ["the same recipient twice", { ...sealed, recipients: [first, first] }, "form-invalid"],
  ["a recipient that is null", { ...sealed, recipients: [first, null] }, "form-invalid"],
  ["a shared unprotected header", { ...sealed, unprotected: {} }, "form-invalid"],
  ["additional authenticated data", { ...sealed, aad: "AA" }, "form-invalid"],
  ["no tag", { ...sealed, tag: undefined }, "form-invalid"],
  ["a protected header that is no JSON", { ...sealed, protected: "AAAA" }, "form-invalid"],
  [
    "another content encryption",
    { ...sealed, protected: encoded({ enc: "A128GCM", typ: "disclosure+jwe" }) },
    "form-invalid",
  ],
  ["another type", { ...sealed, protected: encoded({ enc: "A256GCM", typ: "JWE" }) }, "form-invalid"],
  [
    "compression",
    { ...sealed, protected: encoded({ enc: "A256GCM", typ: "disclosure+jwe", zip: "DEF" }) },
    "form-invalid",
  ],
  [
    "the protected header's members in another order",
    { ...sealed, protected: encoded({ typ: "disclosure+jwe", enc: "A256GCM" }) },
    "not-decrypted",
  ],
  ["the algorithm none", withHeader({ alg: "none" }), "form-invalid"],
  ["the algorithm dir", withHeader({ alg: "dir" }), "form-invalid"],
  ["a weaker key wrap", withHeader({ alg: "ECDH-ES+A128KW" }), "form-invalid"],
  ["a header with a key's address", withHeader({ jku: "https://keys.example" }), "form-invalid"],
  ["no kid", withHeader({ kid: undefined }), "form-invalid"],
  ["a kid that is nobody's", withHeader({ kid: "nobody" }), "recipient-unknown"],
  ["another kid for the other recipient", withHeader({ kid: "nobody" }, sealed, 1), "recipient-mismatch"],
  ["another ephemeral key", withHeader({ epk: other.pinned.key }), "not-decrypted"],
  [
    "an ephemeral key on another curve",
    withHeader({ epk: { kty: "OKP", crv: "X448", x: "AA" } }),
    "not-decrypted",
  ],
  ["more than 32 KiB", { ...sealed, ciphertext: "A".repeat(32 * 1024) }, "too-large"],
])("is not opened with %s", async (_, altered, fault) => {
  expect(await openingOf(altered)).toBe(fault);
});

describe("under a code", () => {
  test.each([
    ["a billion iterations", { p2c: 1_000_000_000 }, "iterations-out-of-bounds"],
    ["one iteration above the bound", { p2c: 1_000_001 }, "iterations-out-of-bounds"],
    ["one iteration below the bound", { p2c: 599_999 }, "iterations-out-of-bounds"],
    ["half an iteration", { p2c: 600_000.5 }, "iterations-out-of-bounds"],
    ["iterations as text", { p2c: "600000" }, "iterations-out-of-bounds"],
    ["another number of iterations", { p2c: 600_001 }, "not-decrypted"],
    ["another salt", { p2s: "AAAAAAAAAAAAAAAAAAAAAA" }, "not-decrypted"],
    ["a weaker hash", { alg: "PBES2-HS256+A128KW" }, "form-invalid"],
  ])("is not opened with %s", async (_, change, fault) => {
    expect(await openingOf(withHeader(change, sealedByCode), { opener: { code } })).toBe(fault);
  });

  test.each([
    ["another code", createSpokenCode(), "not-decrypted"],
    ["a code with its last sign wrong", code.slice(0, -1) + (code.endsWith("2") ? "3" : "2"), "code-invalid"],
    ["no code", "", "code-invalid"],
  ])("is not opened with %s", async (_, typed, fault) => {
    expect(await openingOf(sealedByCode, { opener: { code: typed } })).toBe(fault);
  });

  test("is not opened by the partner's key, nor what is sealed to a key by a code", async () => {
    expect(await openingOf(sealedByCode)).toBe("recipient-unknown");
    expect(await openingOf(sealed, { opener: { code } })).toBe("recipient-unknown");
  });
});

test.each<[string, Partial<DisclosureExpected>, string]>([
  ["replayed under another referral", { referralId: consentId }, "referral-mismatch"],
  ["on another consent", { basis: { consentId: referralId } }, "basis-mismatch"],
  ["on an override of the consent's id", { basis: { overrideId: consentId } }, "basis-mismatch"],
  [
    "with fewer categories than declared",
    { categories: ["contact", "identity", "health"] },
    "categories-mismatch",
  ],
  ["with more categories than declared", { categories: ["contact"] }, "categories-mismatch"],
  ["by whom it was not sealed to", { opener: other.own }, "recipient-unknown"],
  [
    "with another key under the partner's name",
    { opener: { ...other.own, kid: partner.pinned.thumbprint } },
    "recipient-unknown",
  ],
  ["with a public key", { opener: partner.pinned.key }, "key-invalid"],
  ["with a signing key", { opener: sender.own }, "key-invalid"],
  ["signed by another", { sender: otherSender.pinned }, "signature-invalid"],
  [
    "with a sender's key that is not the one pinned",
    { sender: { ...sender.pinned, key: otherSender.pinned.key } },
    "key-not-pinned",
  ],
])("is not opened %s", async (_, change, fault) => {
  expect(await openingOf(sealed, change)).toBe(fault);
});

const claims = {
  referral: referralId,
  consent: consentId,
  categories,
  recipient: partner.pinned.thumbprint,
  helpline: helpline.pinned.thumbprint,
  data,
  iat: 1767603600,
};
const header = { alg: "EdDSA", kid: sender.pinned.thumbprint, typ: "disclosure+jws" };

/** Encrypts as the client does whatever stands in place of the sender's signature. */
async function forged(inner: string): Promise<GeneralJWE> {
  const wrap = (key: JWK) => importJWK(key, "ECDH-ES+A256KW");
  const [theirs, own] = await Promise.all([wrap(partner.pinned.key), wrap(helpline.pinned.key)]);
  return new GeneralEncrypt(Buffer.from(inner))
    .setProtectedHeader({ enc: "A256GCM", typ: "disclosure+jwe" })
    .addRecipient(theirs)
    .setUnprotectedHeader({ alg: "ECDH-ES+A256KW", kid: partner.pinned.thumbprint })
    .addRecipient(own)
    .setUnprotectedHeader({ alg: "ECDH-ES+A256KW", kid: helpline.pinned.thumbprint })
    .encrypt();
}

const signed = async (payload: unknown, change = {}, by = sender.own) =>
  new CompactSign(Buffer.from(typeof payload === "string" ? payload : JSON.stringify(payload)))
    .setProtectedHeader({ ...header, ...change })
    .sign(await importJWK(by, "EdDSA"));

test.each<[string, unknown, string]>([
  ["no referral", { ...claims, referral: undefined }, "payload-invalid"],
  ["consent and override", { ...claims, override: consentId }, "payload-invalid"],
  ["neither consent nor override", { ...claims, consent: undefined }, "payload-invalid"],
  ["a category that does not exist", { ...claims, categories: ["contact", "income"] }, "payload-invalid"],
  ["categories as text", { ...claims, categories: "contact" }, "payload-invalid"],
  ["no time", { ...claims, iat: undefined }, "payload-invalid"],
  ["no data", { ...claims, data: undefined }, "payload-invalid"],
  ["a field of another kind", { ...claims, data: { contact: { phone: {} } } }, "payload-invalid"],
  ["no JSON", "{", "payload-invalid"],
  ["another recipient", { ...claims, recipient: other.pinned.thumbprint }, "recipient-mismatch"],
  ["another key of the helpline", { ...claims, helpline: other.pinned.thumbprint }, "recipient-mismatch"],
  ["a code as the recipient", { ...claims, recipient: "code" }, "recipient-mismatch"],
  ["a category twice", { ...claims, categories: ["contact", "contact"] }, "categories-mismatch"],
  ["the recipient twice", { ...claims, helpline: claims.recipient }, "recipient-mismatch"],
  ["the helpline twice", { ...claims, recipient: claims.helpline }, "recipient-mismatch"],
])("is not opened when what is signed names %s", async (_, payload, fault) => {
  expect(await openingOf(await forged(await signed(payload)))).toBe(fault);
});

describe("each thumbprint is signed for in its role", () => {
  const swapped = { ...claims, recipient: claims.helpline, helpline: claims.recipient };
  const asHelpline = { opener: helpline.own, as: "helpline" } as const;

  test("and opened by whoever has that role, in whichever order it is sealed", async () => {
    const turned = { ...sealed, recipients: sealed.recipients.toReversed() };
    for (const one of [sealed, turned]) {
      expect(await openingOf(one)).toBe("done");
      expect(await openingOf(one, asHelpline)).toBe("done");
    }
  });

  test("the recipient's in the helpline's place is refused, and the reverse", async () => {
    const exchanged = await forged(await signed(swapped));
    expect(await openingOf(exchanged)).toBe("recipient-mismatch");
    expect(await openingOf(exchanged, asHelpline)).toBe("recipient-mismatch");
  });

  test("whoever opens it in the other's role is refused", async () => {
    expect(await openingOf(sealed, { as: "helpline" })).toBe("recipient-mismatch");
    expect(await openingOf(sealed, { ...asHelpline, as: "recipient" })).toBe("recipient-mismatch");
    expect(await openingOf(sealedByCode, { opener: { code }, as: "helpline" })).toBe("recipient-mismatch");
  });
});

test.each<[string, () => string | Promise<string>]>([
  ["nothing", () => ""],
  ["the algorithm none", () => `${encoded({ ...header, alg: "none" })}.${encoded(claims)}.`],
  ["another kid", () => signed(claims, { kid: "other" })],
  ["another type", () => signed(claims, { typ: "JWT" })],
  ["another's key under the sender's kid", () => signed(claims, {}, otherSender.own)],
  [
    "an altered payload",
    async () => (await signed(claims)).replace(/\.[^.]+\./, `.${encoded({ ...claims, iat: 1 })}.`),
  ],
])("is not opened when it is signed with %s", async (_, make) => {
  expect(await openingOf(await forged(await make()))).toBe("signature-invalid");
});

test("drops what its declared categories and their fields do not cover", async () => {
  const more = { ...data, health: { medication: "none" }, contact: { ...data.contact, shoeSize: "40" } };
  const opened = await openDisclosure(await forged(await signed({ ...claims, data: more })), expected);
  expect(opened.data).toEqual(data);
});

test("a fault tells its code and nothing else", async () => {
  const fault = await openDisclosure(sealed, { ...expected, referralId: "elsewhere" }).catch(
    (error) => error,
  );
  expect({ ...fault, message: fault.message, cause: fault.cause }).toEqual({
    name: "DisclosureFault",
    code: "referral-mismatch",
    message: "The disclosure is refused: referral-mismatch",
    cause: undefined,
  });
});
