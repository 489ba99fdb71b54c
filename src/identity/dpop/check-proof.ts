import { calculateJwkThumbprint, type JWK } from "jose";
import type { Platform } from "../../platform/context.ts";
import { isSignedBy } from "../jws/is-signed-by.ts";
import { useUpProof } from "../used/use-up.ts";
import { type ProofExpected, readProof } from "./read-proof.ts";

export interface GenuineProof {
  /** The thumbprint of the key that it proves possession of. */
  jkt: string;
  /** Whether this is its first use, which it then was. */
  useUp(participantId: string): Promise<boolean>;
}

/** Checks the proof that a request carries, but for whether it was used before; undefined if it carries no right one. */
export async function checkProof(
  platform: Platform,
  request: Request,
  expected: Pick<ProofExpected, "ath"> = {},
): Promise<GenuineProof | undefined> {
  // Two headers arrive as one with a comma, which no proof holds.
  const jws = request.headers.get("dpop") ?? "";
  // The public address, whatever name the request came in by.
  const target = new URL(platform.signing.issuer);
  target.pathname = new URL(request.url).pathname;
  const proof = readProof(jws, { method: request.method, target, ...expected }, platform.now());
  if (!proof || !(await isSignedBy(jws, proof.jwk as JWK, proof.alg))) return undefined;
  const jkt = await calculateJwkThumbprint(proof.jwk as JWK);
  return { jkt, useUp: (participantId) => useUpProof(platform, participantId, { jkt, ...proof }) };
}
