import { importJWK } from "jose";
import { describe, expect, test } from "vitest";
import { createSpokenCode, openDisclosure, sealDisclosure } from "../../../src/client/index.ts";
import {
  consentId,
  data,
  expected,
  faultOf,
  helpline,
  partner,
  receivingKey,
  sender,
  signingKey,
  toSeal,
} from "./sealing.ts";

describe("what the helpline seals", () => {
  test("the partner and the helpline open with their own keys", async () => {
    const at = new Date("2026-01-05T09:00:00Z");
    const sealed = await sealDisclosure({ ...toSeal, at });
    for (const [as, { own }] of Object.entries({ recipient: partner, helpline } as const))
      expect(
        await openDisclosure(sealed, {
          ...expected,
          opener: own,
          as: as as "recipient" | "helpline",
          basis: { consentId },
        }),
      ).toEqual({
        method: "key",
        categories: ["contact", "identity"],
        data,
        basis: { consentId },
        sealedAt: at,
      });
  });

  test("holds nothing readable", async () => {
    const sealed = JSON.stringify(await sealDisclosure(toSeal));
    for (const told of ["Mira", "06-12345678", consentId, toSeal.referralId, btoa("Mira").slice(0, 4)])
      expect(sealed).not.toContain(told);
  });

  test("opens with P-256 keys on every side, and with keys that cannot be exported", async () => {
    const [own, theirs, signs] = [
      await receivingKey("P-256"),
      await receivingKey("P-256"),
      await signingKey("ES256"),
    ];
    const key = await importJWK(signs.own, "ES256", { extractable: false });
    const sealed = await sealDisclosure({
      ...toSeal,
      signingKey: { key: key as CryptoKey, thumbprint: signs.pinned.thumbprint },
      recipient: theirs.pinned,
      helpline: own.pinned,
    });
    const opener = await importJWK(theirs.own, "ECDH-ES+A256KW", { extractable: false });
    const opened = await openDisclosure(sealed, {
      ...expected,
      sender: signs.pinned,
      opener: { key: opener as CryptoKey, thumbprint: theirs.pinned.thumbprint },
    });
    expect(opened.data).toEqual(data);
  });

  test("opens with a code typed with small letters and spaces, and says that it is the weaker way", async () => {
    const code = createSpokenCode();
    const sealed = await sealDisclosure({ ...toSeal, recipient: { code } });
    const typed = code.toLowerCase().replaceAll("-", " ");
    const opened = await openDisclosure(sealed, { ...expected, opener: { code: typed } });
    expect(opened).toMatchObject({ method: "code", data });
    const asHelpline = { ...expected, opener: helpline.own, as: "helpline" } as const;
    expect((await openDisclosure(sealed, asHelpline)).data).toEqual(data);
  });

  test("may rest on an override", async () => {
    const basis = { overrideId: consentId };
    const opened = await openDisclosure(await sealDisclosure({ ...toSeal, basis }), expected);
    expect(opened.basis).toEqual(basis);
  });
});

const other = await receivingKey();
const long = "x".repeat(4000);
const longData = {
  health: { complaints: long, medication: long, treatedBy: long, accessNeeds: long, acuteRisks: long },
  contact: { name: long, phone: long },
};

test.each([
  [
    "a category that is not declared",
    { data: { ...data, health: { medication: "none" } } },
    "payload-invalid",
  ],
  ["a field that no category has", { data: { contact: { shoeSize: "40" } } }, "payload-invalid"],
  ["a field of another kind", { data: { contact: { name: 7 } } }, "payload-invalid"],
  ["a text longer than 4000 characters", { data: { contact: { name: `${long}x` } } }, "payload-invalid"],
  ["no category at all", { categories: [], data: {} }, "payload-invalid"],
  ["more than 32 KiB", { categories: ["health", "contact"], data: longData }, "too-large"],
  [
    "a recipient's key that is not the one pinned",
    { recipient: { ...partner.pinned, key: other.pinned.key } },
    "key-not-pinned",
  ],
  [
    "a helpline's key that is not the one pinned",
    { helpline: { ...helpline.pinned, thumbprint: "x" } },
    "key-not-pinned",
  ],
  ["a recipient's key that only signs", { recipient: sender.pinned }, "key-invalid"],
  ["a signing key that only receives", { signingKey: partner.own }, "key-invalid"],
  ["the public half of the signing key", { signingKey: sender.pinned.key }, "key-invalid"],
  ["the helpline as its own recipient", { recipient: helpline.pinned }, "recipient-mismatch"],
  ["a code with a wrong sign", { recipient: { code: "AAAAA-AAAAA-AAAAB" } }, "code-invalid"],
])("nothing is sealed with %s", async (_, change, code) => {
  expect(await faultOf(sealDisclosure({ ...toSeal, ...change } as typeof toSeal))).toBe(code);
});
