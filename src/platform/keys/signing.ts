import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  importJWK,
  type JSONWebKeySet,
  type JWK,
  type JWTPayload,
  type JWTVerifyOptions,
  jwtVerify,
  SignJWT,
} from "jose";

/** The service's own signatures: EdDSA, the first key signs, every key verifies. */
export interface Signing {
  /** The service's public address, exactly as clients must name it. */
  issuer: string;
  publicKeys: JSONWebKeySet;
  /** With this service as issuer, unless the claims name another. */
  sign(type: string, claims: JWTPayload): Promise<string>;
  /** The claims of a token that one of the keys signed; throws otherwise. */
  verify(token: string, options: Omit<JWTVerifyOptions, "algorithms" | "issuer">): Promise<JWTPayload>;
}

/** `keys`: Ed25519 JWKs, the first with its private half. Each is known by its thumbprint (RFC 7638). */
export async function createSigning(issuer: string, keys: readonly JWK[]): Promise<Signing> {
  const named = await Promise.all(keys.map(publicHalf));
  const [first] = keys;
  if (!first?.d) throw new Error("the first signing key needs its private half");
  const signingKey = await importJWK(first, "EdDSA");
  const publicKeys: JSONWebKeySet = { keys: named };
  const keySet = createLocalJWKSet(publicKeys);
  return {
    issuer,
    publicKeys,
    sign: (typ, claims) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: "EdDSA", typ, kid: String(named[0]?.kid) })
        .setIssuer(claims.iss ?? issuer)
        .sign(signingKey),
    verify: async (token, options) =>
      (await jwtVerify(token, keySet, { ...options, issuer, algorithms: ["EdDSA"] })).payload,
  };
}

async function publicHalf({ kty, crv, x }: JWK): Promise<JWK> {
  const key = { kty, crv, x } as JWK;
  return { ...key, kid: await calculateJwkThumbprint(key), alg: "EdDSA", use: "sig" };
}
