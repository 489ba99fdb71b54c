import { CompactSign, type CryptoKey, GeneralEncrypt, type GeneralJWE } from "jose";
import { orRefuse, refuse } from "./fault.ts";
import {
  codeWrap,
  importOwn,
  importPinned,
  iterations,
  keyWrap,
  mostCharacters,
  type OwnKey,
  type PinnedKey,
  sealedHeader,
  signedType,
} from "./keys.ts";
import { type DataCategory, type Disclosed, isCoveredBy } from "./payload.ts";
import { readSpokenCode } from "./spoken-code.ts";

/** What the disclosure rests on. */
export type Basis = { consentId: string } | { overrideId: string };

/** What is told, to whom and on which basis. */
export interface DisclosureToSeal {
  referralId: string;
  basis: Basis;
  /** Which kinds of data it tells: no others may stand in `data`. */
  categories: readonly DataCategory[];
  data: Disclosed;
  /** The helpline's signing key, Ed25519 or P-256. */
  signingKey: OwnKey;
  /**
   * The recipient's receiving key, X25519 or P-256. Or a code of `createSpokenCode`, to be spoken on the phone: the
   * weaker way, for partners without keys.
   */
  recipient: PinnedKey | { code: string };
  /** The helpline's own receiving key, so that it can read what it told. */
  helpline: PinnedKey;
  /** When it is sealed; now, unless told. */
  at?: Date | undefined;
}

/** A JWE in the General JSON Serialization (RFC 7516, section 7.2.1) to exactly two recipients. */
export type SealedDisclosure = GeneralJWE;

/** Signs what the caller agreed to tell, then encrypts it to the recipient and the helpline. Throws DisclosureFault. */
export async function sealDisclosure(input: DisclosureToSeal): Promise<SealedDisclosure> {
  const { recipient, helpline, categories, data } = input;
  if (categories.length === 0 || !isCoveredBy(categories, data)) refuse("payload-invalid");
  const [own, signing] = await Promise.all([
    importPinned(helpline, "seal"),
    importOwn(input.signingKey, "sign"),
  ]);
  const other =
    "code" in recipient ? { code: readSpokenCode(recipient.code) } : await importPinned(recipient, "seal");
  if ("kid" in other && other.kid === own.kid) refuse("recipient-mismatch");
  const claims = {
    referral: input.referralId,
    ...("consentId" in input.basis
      ? { consent: input.basis.consentId }
      : { override: input.basis.overrideId }),
    categories: [...new Set(categories)],
    recipient: "kid" in other ? other.kid : "code",
    helpline: own.kid,
    data,
    iat: Math.floor((input.at ?? new Date()).getTime() / 1000),
  };
  const signed = await orRefuse("key-invalid", () =>
    new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
      .setProtectedHeader({ alg: signing.alg, kid: signing.kid, typ: signedType })
      .sign(signing.key),
  );
  const sealed = await orRefuse("key-invalid", () => encrypt(signed, other, own));
  return JSON.stringify(sealed).length <= mostCharacters ? sealed : refuse("too-large");
}

interface Receiving {
  key: CryptoKey | Uint8Array;
  kid: string;
}

function encrypt(signed: string, other: Receiving | { code: string }, own: Receiving): Promise<GeneralJWE> {
  const envelope = new GeneralEncrypt(new TextEncoder().encode(signed)).setProtectedHeader(sealedHeader);
  if ("code" in other)
    envelope
      .addRecipient(new TextEncoder().encode(other.code))
      .setUnprotectedHeader({ alg: codeWrap })
      .setKeyManagementParameters({ p2c: iterations.least });
  else envelope.addRecipient(other.key).setUnprotectedHeader({ alg: keyWrap, kid: other.kid });
  return envelope.addRecipient(own.key).setUnprotectedHeader({ alg: keyWrap, kid: own.kid }).encrypt();
}
