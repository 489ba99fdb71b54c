import type { PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/server";
import type { MadeCredential } from "./credential.ts";
import {
  bytesOf,
  isFramed,
  type RelyingParty,
  timeout,
  userHandleOf,
  webAuthn,
  webAuthnParts,
} from "./web-authn.ts";

/** EdDSA, ES256 and RS256 (COSE), the last one for Windows. */
const algorithms = [-8, -7, -257];

export interface AccountName {
  memberId: string;
  memberName: string;
  participantName: string;
}

/** Asks for a passkey that the device keeps and unlocks for its owner alone. */
export async function askForPasskey(
  { id }: RelyingParty,
  account: AccountName,
  challenge: string,
  known: readonly { credentialId: string; transports: string[] }[],
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { generateRegistrationOptions } = await webAuthn();
  return generateRegistrationOptions({
    rpName: "Handreiking",
    rpID: id,
    userID: userHandleOf(account.memberId),
    userName: `${account.memberName} (${account.participantName})`,
    userDisplayName: account.memberName,
    challenge: bytesOf(challenge),
    timeout,
    attestationType: "none",
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
    supportedAlgorithmIDs: algorithms,
  });
}

export interface NewCredential {
  credentialId: string;
  publicKey: Uint8Array<ArrayBuffer>;
  signCount: number;
  backupEligible: boolean;
  backedUp: boolean;
  aaguid: string | null;
}

const noMake = "00000000-0000-0000-0000-000000000000";

/** The passkey that was made as it was asked for; undefined, whatever is wrong with it. */
export async function checkMade(
  { id: expectedRPID, origin }: RelyingParty,
  expectedChallenge: string,
  made: MadeCredential,
): Promise<NewCredential | undefined> {
  const { verifyRegistrationResponse } = await webAuthn();
  try {
    if (isFramed(made.clientDataJson) || !(await isUnattested(made.attestationObject))) return undefined;
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: {
        id: made.id,
        rawId: made.id,
        type: "public-key",
        clientExtensionResults: {},
        response: { clientDataJSON: made.clientDataJson, attestationObject: made.attestationObject },
      },
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    });
    if (!verified || registrationInfo.credential.id !== made.id) return undefined;
    const { credential, credentialDeviceType, credentialBackedUp, aaguid } = registrationInfo;
    if (!(await isStrong(credential.publicKey))) return undefined;
    return {
      credentialId: credential.id,
      publicKey: credential.publicKey,
      signCount: credential.counter,
      backupEligible: credentialDeviceType === "multiDevice",
      backedUp: credentialBackedUp,
      aaguid: aaguid === noMake ? null : aaguid,
    };
  } catch {
    // The library's messages quote what was received.
    return undefined;
  }
}

/**
 * Whether it comes without a certificate, as asked for. The library would verify one, and to that end fetch from
 * addresses that the certificate names.
 */
async function isUnattested(attestationObject: string): Promise<boolean> {
  const { decodeAttestationObject } = await webAuthnParts();
  const decoded = decodeAttestationObject(bytesOf(attestationObject));
  const format: string = decoded.get("fmt");
  return format === "none" || (format === "packed" && decoded.get("attStmt").get("x5c") === undefined);
}

/** An RSA key has at least 2048 bits; the other kinds have one size. */
async function isStrong(publicKey: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const { cose, decodeCredentialPublicKey } = await webAuthnParts();
  const key = decodeCredentialPublicKey(publicKey);
  return !cose.isCOSEPublicKeyRSA(key) || (key.get(cose.COSEKEYS.n)?.length ?? 0) >= 256;
}
