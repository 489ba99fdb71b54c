import { createLocalJWKSet, jwtVerify } from "jose";
import { z } from "zod";
import type { Signing } from "../../platform/keys/signing.ts";

/** Where a chain stood: that its entry `seq` had this hash, and that none of those before was later than `latestAt`. */
export interface Checkpoint {
  id: string;
  chain: string;
  seq: number;
  /** Hexadecimal. */
  hash: string;
  at: Date;
  latestAt: Date;
}

const type = "audit-checkpoint+jwt";

const Claims = z.object({
  jti: z.uuid(),
  sub: z.uuid(),
  seq: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  iat: z.int(),
  latest_at: z.iso.datetime(),
});

/** The checkpoint as a JWS of the service (RFC 7519), which whoever has the published keys can check. */
export const signCheckpoint = (signing: Signing, { id, chain, seq, hash, at, latestAt }: Checkpoint) =>
  signing.sign(type, {
    jti: id,
    sub: chain,
    seq,
    hash,
    iat: Math.floor(at.getTime() / 1000),
    latest_at: latestAt.toISOString(),
  });

/** What a statement says, if one of the service's keys signed it: at whatever address the service was then. */
export async function readCheckpoint(signing: Signing, statement: string): Promise<Checkpoint | undefined> {
  try {
    const keys = createLocalJWKSet(signing.publicKeys);
    const { payload } = await jwtVerify(statement, keys, { typ: type, algorithms: ["EdDSA"] });
    const { jti, sub, seq, hash, iat, latest_at } = Claims.parse(payload);
    return { id: jti, chain: sub, seq, hash, at: new Date(iat * 1000), latestAt: new Date(latest_at) };
  } catch {
    return undefined;
  }
}
