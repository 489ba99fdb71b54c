import { compactVerify, importJWK, type JWK } from "jose";
import type { Algorithm } from "./algorithms.ts";

/** Whether the key signed the token with that algorithm and no other. */
export async function isSignedBy(token: string, jwk: JWK, alg: Algorithm): Promise<boolean> {
  try {
    await compactVerify(token, await importJWK(jwk, alg), { algorithms: [alg] });
    return true;
  } catch {
    return false;
  }
}
