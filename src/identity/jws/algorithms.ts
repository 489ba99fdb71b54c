/** `Ed25519` is the name that RFC 9864 gives EdDSA with that curve. */
export const algorithms = ["EdDSA", "Ed25519", "ES256", "PS256"] as const;

/** And what the Dutch government's profile adds. */
export const allAlgorithms = [...algorithms, "RS256"] as const;
export type Algorithm = (typeof allAlgorithms)[number];

const kinds: Record<Algorithm, string> = {
  EdDSA: "Ed25519",
  Ed25519: "Ed25519",
  ES256: "P-256",
  PS256: "RSA",
  RS256: "RSA",
};

/** Whether the key is of the algorithm's kind, and names no other algorithm as its own. */
export const fits = (
  alg: Algorithm,
  { kty, crv, alg: own }: { kty?: string | undefined; crv?: string | undefined; alg?: string | undefined },
): boolean => kinds[alg] === (crv ?? kty) && (own === undefined || own === alg);

/** Members that only the private half of a key has, or a symmetric one (RFC 7518, section 6). */
export const privateMembers = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"] as const;
