import { exportJWK, generateKeyPair } from "jose";
import type { PublicKey } from "../../src/identity/clients/public-key.ts";

/** A new Ed25519 key pair as a client makes it. */
export async function keyPair() {
  const { privateKey, publicKey } = await generateKeyPair("EdDSA", { extractable: true });
  const { kty, crv, x } = await exportJWK(publicKey);
  return { privateKey, privateJwk: await exportJWK(privateKey), publicKey: { kty, crv, x } as PublicKey };
}

export const publicKeyOf = async () => (await keyPair()).publicKey;
