import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from "jose";
import {
  type DisclosureExpected,
  DisclosureFault,
  type DisclosureToSeal,
  openDisclosure,
} from "../../../src/client/index.ts";

export interface Pair {
  own: JWK;
  pinned: { key: JWK; thumbprint: string };
}

async function pairOf(alg: string, crv?: string): Promise<Pair> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true, ...(crv && { crv }) });
  const key = await exportJWK(publicKey);
  return { own: await exportJWK(privateKey), pinned: { key, thumbprint: await calculateJwkThumbprint(key) } };
}

export const receivingKey = (crv: "X25519" | "P-256" = "X25519") => pairOf("ECDH-ES+A256KW", crv);
export const signingKey = (alg: "EdDSA" | "ES256" = "EdDSA") => pairOf(alg);

export const sender = await signingKey();
export const helpline = await receivingKey();
export const partner = await receivingKey();

export const consentId = "9b6d0f1e-7a43-4d2c-8f5b-2c1d7e9a4b33";
export const referralId = "d2f6b8a0-1c3e-4f57-9b8d-7e6a5c4b3f22";
export const categories = ["contact", "identity"] as const;
export const data = {
  contact: {
    name: "Mira",
    phone: "06-12345678",
    safeContact: { times: ["weekdays 9 to 12"], voicemailAllowed: false, sayToOthers: "About the bicycle" },
  },
  // So long that a dump does not hold a part of its base64 by chance.
  identity: { familyName: "de Jong-Verhoeven" },
};

export const toSeal: DisclosureToSeal = {
  referralId,
  basis: { consentId },
  categories,
  data,
  signingKey: sender.own,
  recipient: partner.pinned,
  helpline: helpline.pinned,
};

export const expected: DisclosureExpected = {
  referralId,
  categories,
  sender: sender.pinned,
  opener: partner.own,
};

/** The code of the fault with which it is refused, or "done". Any other failure is the test's own. */
export const faultOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => "done",
    (error) => {
      if (!(error instanceof DisclosureFault)) throw error;
      return error.code;
    },
  );

export const openingOf = (sealed: unknown, change: Partial<DisclosureExpected> = {}) =>
  faultOf(openDisclosure(sealed, { ...expected, ...change }));
