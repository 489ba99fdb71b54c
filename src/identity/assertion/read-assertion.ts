import { z } from "zod";
import { type Algorithm, allAlgorithms } from "../jws/algorithms.ts";
import { readJws } from "../jws/read-jws.ts";

/** Seconds that an assertion may live, and that a client's clock may be ahead (FAPI 2.0, section 5.3.2.1). */
const longestLife = 300;
const clockSkew = 10;

// Whatever else the header holds, keys and addresses of keys above all, is not looked at.
const Header = z.object({
  alg: z.enum(allAlgorithms),
  kid: z.string().min(1).max(200),
  typ: z
    .string()
    .regex(/^(client-authentication\+)?jwt$/i)
    .optional(),
});

const Claims = z.object({
  iss: z.uuid(),
  sub: z.uuid(),
  aud: z.string(),
  jti: z.string().min(1).max(200),
  iat: z.int(),
  nbf: z.int().optional(),
  exp: z.int(),
  on_behalf_of: z.uuid().optional(),
});

/** What an assertion says, if its signature turns out to be right. */
export interface Assertion {
  clientId: string;
  kid: string;
  alg: Algorithm;
  audience: string;
  jti: string;
  /** When it can no longer be taken. */
  endsAt: Date;
  onBehalfOf: string | undefined;
}

/** Everything about an assertion that can be told from itself and the time. Answers undefined for a wrong one. */
export function readAssertion(jws: string, audiences: readonly string[], now: Date): Assertion | undefined {
  const parts = readJws(jws);
  const header = Header.safeParse(parts?.header).data;
  const claims = Claims.safeParse(parts?.claims).data;
  if (!header || !claims) return undefined;
  const { iss, sub, aud, jti, iat, nbf, exp, on_behalf_of: onBehalfOf } = claims;
  // The issuer as the only value, not as one of a list (rfc7523bis, FAPI 2.0).
  if (iss !== sub || !audiences.includes(aud)) return undefined;
  const seconds = now.getTime() / 1000;
  if (exp <= seconds || exp <= iat || exp - iat > longestLife) return undefined;
  if (Math.max(iat, nbf ?? iat) > seconds + clockSkew) return undefined;
  const endsAt = new Date(exp * 1000);
  return { clientId: iss, kid: header.kid, alg: header.alg, audience: aud, jti, endsAt, onBehalfOf };
}
