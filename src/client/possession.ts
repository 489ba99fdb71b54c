import { type CryptoKey, exportJWK, generateKeyPair, type JWK, SignJWT } from "jose";
import { algorithmOf } from "./assertion.ts";

/** A key pair, Ed25519 or P-256, that tokens are bound to; the private half need not be extractable. */
export interface PossessionKeys {
  privateKey: CryptoKey;
  publicKey: CryptoKey;
}

/** Proves with each request that whoever sends it holds the key that its token is bound to (DPoP, RFC 9449). */
export interface Possession {
  /** The proof for one request, and for the token that it carries, if it carries one. */
  prove(request: Request, now: Date, token?: string): Promise<string>;
}

/** Without `given`, a key of this client's own that never leaves it and ends with it. */
export function createPossession(given: PossessionKeys | undefined): Possession {
  if (given) algorithmOf({ key: given.privateKey, kid: "" });
  let made: Promise<Ready> | undefined;
  return {
    async prove({ method, url }, now, token) {
      made ??= ready(given);
      const { key, alg, jwk } = await made;
      const { origin, pathname } = new URL(url);
      return new SignJWT({
        htm: method,
        htu: `${origin}${pathname}`,
        ...(token && { ath: await hashOf(token) }),
      })
        .setProtectedHeader({ typ: "dpop+jwt", alg, jwk })
        .setJti(crypto.randomUUID())
        .setIssuedAt(Math.floor(now.getTime() / 1000))
        .sign(key);
    },
  };
}

interface Ready {
  key: CryptoKey;
  alg: "EdDSA" | "ES256";
  jwk: JWK;
}

async function ready(given: PossessionKeys | undefined): Promise<Ready> {
  const { privateKey, publicKey } = given ?? (await generateKeyPair("ES256"));
  const { kty, crv, x, y } = await exportJWK(publicKey);
  const jwk = { kty, crv, x, ...(y !== undefined && { y }) } as JWK;
  return { key: privateKey, alg: algorithmOf({ key: privateKey, kid: "" }), jwk };
}

async function hashOf(token: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token));
  return btoa(String.fromCharCode(...new Uint8Array(hash)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
