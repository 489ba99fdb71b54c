import { type CryptoKey, calculateJwkThumbprint, importJWK, type JWK, SignJWT } from "jose";

/**
 * The private half of the client's key, Ed25519 or P-256: a JWK (RFC 7517), known to the service by its `kid` or else
 * by its thumbprint (RFC 7638); or a CryptoKey, which need not be extractable, with the `kid` that it was registered
 * under.
 */
export type PrivateKey = JWK | { key: CryptoKey; kid: string };

export interface AssertionKey {
  key: CryptoKey | Uint8Array;
  kid: string;
  alg: "EdDSA" | "ES256";
}

/** Seconds that an assertion lives; it is used once, at once. */
const life = 60;

const isJwk = (key: PrivateKey): key is JWK => !("key" in key);

/** The algorithm that fits the key (RFC 8037, RFC 7518); throws a TypeError for any other key. */
export function algorithmOf(privateKey: PrivateKey): AssertionKey["alg"] {
  if (isJwk(privateKey) && !privateKey.d)
    throw new TypeError("privateKey: this is a public key; the private half has a member d");
  const curve = isJwk(privateKey) ? privateKey.crv : curveOf(privateKey.key);
  if (curve === "Ed25519") return "EdDSA";
  if (curve === "P-256") return "ES256";
  throw new TypeError("privateKey: must be an Ed25519 or a P-256 key");
}

const curveOf = ({ algorithm }: CryptoKey): string =>
  "namedCurve" in algorithm ? String(algorithm.namedCurve) : algorithm.name;

export async function importKey(privateKey: PrivateKey): Promise<AssertionKey> {
  const alg = algorithmOf(privateKey);
  if (!isJwk(privateKey)) return { key: privateKey.key, kid: privateKey.kid, alg };
  const kid = privateKey.kid ?? (await calculateJwkThumbprint(privateKey));
  return { key: await importJWK(privateKey, alg), kid, alg };
}

/** Says who asks (RFC 7523, section 3): the issuer is the only audience (rfc7523bis, section 4). */
export function signAssertion(
  { key, kid, alg }: AssertionKey,
  { clientId, issuer, onBehalfOf }: { clientId: string; issuer: string; onBehalfOf: string | undefined },
  now: Date,
): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT(onBehalfOf === undefined ? {} : { on_behalf_of: onBehalfOf })
    .setProtectedHeader({ alg, kid })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(issuer)
    .setJti(crypto.randomUUID())
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + life)
    .sign(key);
}
