import type { SignedChallenge } from "./credential.ts";
import { bytesOf, isFramed, type RelyingParty, timeout, webAuthn } from "./web-authn.ts";

/** Asks for whichever passkey the person chooses: no name is typed and none is told. */
export async function askForSignature({ id }: RelyingParty, challenge: string) {
  const { generateAuthenticationOptions } = await webAuthn();
  return generateAuthenticationOptions({
    rpID: id,
    challenge: bytesOf(challenge),
    timeout,
    userVerification: "required",
  });
}

export interface Signature {
  signCount: number;
  backedUp: boolean;
}

/**
 * What a passkey signed with `publicKey`; undefined, whatever is wrong with it. How its count compares with the one
 * before is left to the caller, who knows then that the signature is genuine.
 */
export async function checkSigned(
  { id: expectedRPID, origin }: RelyingParty,
  expectedChallenge: string,
  signed: SignedChallenge,
  publicKey: Uint8Array<ArrayBuffer>,
): Promise<Signature | undefined> {
  const { verifyAuthenticationResponse } = await webAuthn();
  try {
    if (isFramed(signed.clientDataJson)) return undefined;
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id: signed.id,
        rawId: signed.id,
        type: "public-key",
        clientExtensionResults: {},
        response: {
          clientDataJSON: signed.clientDataJson,
          authenticatorData: signed.authenticatorData,
          signature: signed.signature,
          userHandle: signed.userHandle,
        },
      },
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID,
      credential: { id: signed.id, publicKey, counter: 0 },
      requireUserVerification: true,
    });
    if (!verified) return undefined;
    return {
      signCount: authenticationInfo.newCounter,
      backedUp: authenticationInfo.credentialBackedUp,
    };
  } catch {
    return undefined;
  }
}

/** Stands in for the key of an unknown passkey, which so takes the same work as a wrong signature. */
let nobody: Promise<Uint8Array<ArrayBuffer>> | undefined;

export function keyOfNobody(): Promise<Uint8Array<ArrayBuffer>> {
  nobody ??= makeKeyOfNobody();
  return nobody;
}

async function makeKeyOfNobody(): Promise<Uint8Array<ArrayBuffer>> {
  const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, [
    "sign",
    "verify",
  ]);
  const point = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  // COSE_Key (RFC 9052): kty EC2, alg ES256, crv P-256, x, y.
  return Uint8Array.from([
    ...[0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01],
    ...[0x21, 0x58, 0x20, ...point.slice(1, 33)],
    ...[0x22, 0x58, 0x20, ...point.slice(33)],
  ]);
}
