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

/** The service's own signatures: EdDSA, the first key signs, every key still verifies. */
export interface Signing {
  /** The service's public address, exactly as clients must name it. */
  issuer: string;
  publicKeys: JSONWebKeySet;
  sign(type: string, claims: JWTPayload): Promise<string>;
  /** The claims of a token that one of the keys signed; throws otherwise. */
  verify(token: string, options: Omit<JWTVerifyOptions, "algorithms" | "issuer">): Promise<JWTPayload>;
}

/** `keys`: private Ed25519 JWKs. Each is known by its thumbprint (RFC 7638). */
export async function createSigning(issuer: string, keys: readonly JWK[]): Promise<Signing> {
  const named = await Promise.all(
    keys.map(async (key) => ({ private: await importJWK(key, "EdDSA"), public: await publicHalf(key) })),
  );
  const first = named[0];
  if (!first) throw new Error("at least one signing key is needed");
  const publicKeys: JSONWebKeySet = { keys: named.map((key) => key.public) };
  const keySet = createLocalJWKSet(publicKeys);
  return {
    issuer,
    publicKeys,
    sign: (typ, claims) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: "EdDSA", typ, kid: String(first.public.kid) })
        .setIssuer(issuer)
        .sign(first.private),
    verify: async (token, options) =>
      (await jwtVerify(token, keySet, { ...options, issuer, algorithms: ["EdDSA"] })).payload,
  };
}

async function publicHalf({ kty, crv, x }: JWK): Promise<JWK> {
  const key = { kty, crv, x } as JWK;
  return { ...key, kid: await calculateJwkThumbprint(key), alg: "EdDSA", use: "sig" };
}
