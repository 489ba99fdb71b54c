import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from "jose";
import type { HandreikingClient, PinnedKey, Schemas } from "../client/index.ts";

/** The public half, as it is published. */
export type PublicKey = Schemas["ParticipantPublicKey"];

/** The keys of an organization, whose private halves it never gives away. */
export interface OwnKeys {
  /** Others seal to it. */
  receiving: JWK;
  /** Others know its seal by it. */
  signing: JWK;
  /** What its people tell on the telephone, for others to compare. */
  thumbprints: { receiving: string; signing: string };
}

/** Makes two key pairs, and publishes the public halves through the organization's own system. */
export async function publishKeys(system: HandreikingClient): Promise<OwnKeys> {
  const receiving = await makePair("ECDH-ES+A256KW", "X25519");
  const signing = await makePair("EdDSA", "Ed25519");
  await system.POST("/participant-keys", { body: { use: "enc", publicKey: receiving.published } });
  await system.POST("/participant-keys", { body: { use: "sig", publicKey: signing.published } });
  return {
    receiving: receiving.own,
    signing: signing.own,
    thumbprints: { receiving: receiving.thumbprint, signing: signing.thumbprint },
  };
}

async function makePair(algorithm: string, crv: "X25519" | "Ed25519") {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { crv, extractable: true });
  const { x = "" } = await exportJWK(publicKey);
  const published = { kty: "OKP", crv, x } satisfies PublicKey;
  return { own: await exportJWK(privateKey), published, thumbprint: await calculateJwkThumbprint(published) };
}

/** The key of `participantId` that the service names, if it is the one whose thumbprint was told on the telephone. */
export async function comparedKey(
  { GET }: HandreikingClient,
  participantId: string,
  thumbprint: string,
): Promise<PinnedKey> {
  const { items } = await GET("/participants/{participantId}/keys", { params: { path: { participantId } } });
  const found = items.find(({ kid }) => kid === thumbprint);
  if (!found) throw new Error("The service names no key with the thumbprint that was told");
  return { key: found.publicKey as JWK, thumbprint };
}
