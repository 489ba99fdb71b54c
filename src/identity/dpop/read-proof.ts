import { z } from "zod";
import { algorithms, fits, privateMembers } from "../jws/algorithms.ts";
import { readJws } from "../jws/read-jws.ts";

/** Seconds that a proof is good for, and that a client's clock may be ahead. */
const longestAge = 60;
const clockSkew = 10;

const member = (longest: number) => z.string().min(1).max(longest);
const PublicJwk = z
  .looseObject({
    kty: member(8),
    crv: member(16).optional(),
    x: member(100).optional(),
    y: member(100).optional(),
    n: member(700).optional(),
    // A long exponent makes the check slow.
    e: member(4).optional(),
    alg: z.string().optional(),
  })
  .refine((jwk) => privateMembers.every((name) => !(name in jwk)));

const Header = z.object({
  typ: z.string().regex(/^dpop\+jwt$/i),
  alg: z.enum(algorithms),
  jwk: PublicJwk,
});

const Claims = z.object({
  jti: member(200),
  htm: z.string(),
  htu: z.string(),
  iat: z.int(),
  ath: z.string().optional(),
});

/** What a proof of possession has to be for. */
export interface ProofExpected {
  method: string;
  /** The address as clients know it. */
  target: URL;
  /** The hash of the token that it comes with; none at the token endpoint. */
  ath?: string;
}

/** Everything about a proof (RFC 9449, section 4.3) but its signature. Answers undefined for a wrong one. */
export function readProof(jws: string, { method, target, ath }: ProofExpected, now: Date) {
  const parts = readJws(jws);
  const header = Header.safeParse(parts?.header).data;
  const claims = Claims.safeParse(parts?.claims).data;
  if (!header || !claims || !fits(header.alg, header.jwk)) return undefined;
  const age = now.getTime() / 1000 - claims.iat;
  if (age > longestAge || age < -clockSkew) return undefined;
  if (claims.htm !== method || !isSameTarget(claims.htu, target)) return undefined;
  if (ath !== undefined && claims.ath !== ath) return undefined;
  const endsAt = new Date((claims.iat + longestAge) * 1000);
  return { alg: header.alg, jwk: header.jwk, jti: claims.jti, endsAt };
}

/** Whether both are one address, query and fragment aside; case and default port are normalized (RFC 3986, section 6.2). */
function isSameTarget(htu: string, target: URL): boolean {
  if (!URL.canParse(htu)) return false;
  return addressOf(new URL(htu)) === addressOf(target);
}

function addressOf(url: URL): string {
  const bare = new URL(url);
  bare.search = "";
  bare.hash = "";
  return bare.href;
}
