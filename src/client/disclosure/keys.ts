import { type CryptoKey, calculateJwkThumbprint, importJWK, type JWK } from "jose";
import { refuse } from "./fault.ts";

/** A public key together with the thumbprint (RFC 7638) under which the two sides compared it, not over this service. */
export interface PinnedKey {
  key: JWK;
  thumbprint: string;
}

/** A private key: a JWK, or a CryptoKey, which need not be extractable, with the thumbprint of its public half. */
export type OwnKey = JWK | { key: CryptoKey; thumbprint: string };

export const keyWrap = "ECDH-ES+A256KW";
export const codeWrap = "PBES2-HS512+A256KW";
export const iterations = { least: 600_000, most: 1_000_000 };
/** Of the sealed form, as JSON. */
export const mostCharacters = 32 * 1024;
export const sealedHeader = { enc: "A256GCM", typ: "disclosure+jwe" } as const;
export const signedType = "disclosure+jws";

type Use = "seal" | "sign";

const algorithms: Record<Use, Record<string, string>> = {
  seal: { X25519: keyWrap, "P-256": keyWrap },
  sign: { Ed25519: "EdDSA", "P-256": "ES256" },
};

/** The pinned key, ready for use; refuses one that is not the one pinned. Only the public members of it are read. */
export async function importPinned({ key, thumbprint }: PinnedKey, use: Use) {
  const imported = await importAs(publicHalf(key), use);
  return imported.kid === thumbprint ? imported : refuse("key-not-pinned");
}

export function importOwn(own: OwnKey, use: Use) {
  if (isJwk(own)) return own.d ? importAs(own, use) : refuse("key-invalid");
  const { algorithm } = own.key;
  const curve = "namedCurve" in algorithm ? String(algorithm.namedCurve) : algorithm.name;
  return { key: own.key, kid: own.thumbprint, alg: algorithms[use][curve] ?? refuse("key-invalid") };
}

const isJwk = (own: OwnKey): own is JWK => !("key" in own);

function publicHalf({ kty, crv, x, y }: JWK): JWK {
  return { kty, crv, x, ...(y !== undefined && { y }) } as JWK;
}

async function importAs(jwk: JWK, use: Use) {
  const alg = algorithms[use][String(jwk.crv)] ?? refuse("key-invalid");
  try {
    return { key: await importJWK(jwk, alg), kid: await calculateJwkThumbprint(jwk), alg };
  } catch {
    return refuse("key-invalid");
  }
}
