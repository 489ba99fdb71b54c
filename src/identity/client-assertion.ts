import { sql } from "drizzle-orm";
import { decodeJwt, decodeProtectedHeader, generateKeyPair, importJWK, type JWK, jwtVerify } from "jose";
import { z } from "zod";
import type { Platform } from "../platform/context.ts";
import { actFor, rows } from "../platform/db.ts";
import { usedAssertions } from "./schema.ts";

const algorithms = ["EdDSA", "ES256", "PS256"];
/** Seconds that an assertion may live, and that a client's clock may be ahead. */
const longestLife = 300;
const clockSkew = 10;

const Header = z.object({ alg: z.enum(algorithms), kid: z.string().min(1).max(200) });

// `aud` is this issuer, as the only value (rfc7523bis, FAPI 2.0).
const Claims = z.object({
  iss: z.uuid(),
  sub: z.uuid(),
  aud: z.string(),
  jti: z.string().min(1).max(200),
  iat: z.int(),
  exp: z.int(),
  on_behalf_of: z.uuid().optional(),
});

export interface AssertedClient {
  clientId: string;
  participantId: string;
  keyId: string;
  onBehalfOf?: string;
}

/**
 * Checks a client's assertion (RFC 7523) and uses it up. Answers undefined, whatever is wrong with it: unknown
 * clients and wrong signatures take the same work and look the same.
 */
export async function takeAssertion(
  platform: Platform,
  assertion: string,
): Promise<AssertedClient | undefined> {
  const read = readUnverified(assertion);
  if (!read) return undefined;
  const { header, claims } = read;
  const found = await findKey(platform, claims.iss, header.kid);
  const genuine = await isGenuine(platform, assertion, header.alg, found?.jwk);
  if (!found || !genuine) return undefined;
  if (claims.sub !== claims.iss || claims.exp - claims.iat > longestLife) return undefined;
  const { iss: clientId, jti, exp, on_behalf_of: onBehalfOf } = claims;
  const fresh = await useUp(platform, { clientId, participantId: found.participantId, jti, exp });
  if (!fresh) return undefined;
  return {
    clientId,
    participantId: found.participantId,
    keyId: found.keyId,
    ...(onBehalfOf && { onBehalfOf }),
  };
}

function readUnverified(assertion: string) {
  try {
    return {
      header: Header.parse(decodeProtectedHeader(assertion)),
      claims: Claims.parse(decodeJwt(assertion)),
    };
  } catch {
    return undefined;
  }
}

async function findKey({ db, now }: Platform, client: string, kid: string) {
  const [found] = await rows<{ participantId: string; keyId: string; jwk: JWK }>(
    db,
    sql`select participant_id as "participantId", key_id as "keyId", jwk
      from handreiking.find_client_key(${client}::uuid, ${kid}, ${now().toISOString()}::timestamptz)`,
  );
  return found;
}

/** Stands in for the key of an unknown client; nobody has its private half. */
const nobody = generateKeyPair("EdDSA").then(({ publicKey }) => publicKey);

async function isGenuine({ signing, now }: Platform, assertion: string, alg: string, jwk: JWK | undefined) {
  try {
    const key = jwk ? await importJWK(jwk, alg) : await nobody;
    await jwtVerify(assertion, key, {
      algorithms,
      audience: signing.issuer,
      currentDate: now(),
      clockTolerance: clockSkew,
      maxTokenAge: longestLife,
    });
    return true;
  } catch {
    return false;
  }
}

/** Whether this is the assertion's first use: its `jti` is kept until it has expired. */
async function useUp(
  { db }: Platform,
  { exp, ...assertion }: { clientId: string; participantId: string; jti: string; exp: number },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    await actFor(tx, assertion.participantId);
    const expiresAt = new Date((exp + clockSkew) * 1000);
    const kept = await tx
      .insert(usedAssertions)
      .values({ ...assertion, expiresAt })
      .onConflictDoNothing()
      .returning({ jti: usedAssertions.jti });
    return kept.length === 1;
  });
}
