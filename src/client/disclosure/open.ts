import { compactVerify, flattenedDecrypt } from "jose";
import { orRefuse, refuse } from "./fault.ts";
import { type Copy, readForm } from "./form.ts";
import {
  codeWrap,
  importOwn,
  importPinned,
  iterations,
  keyWrap,
  type OwnKey,
  type PinnedKey,
  signedType,
} from "./keys.ts";
import { coveredBy, type DataCategory, type Disclosed, dataCategories, isObject } from "./payload.ts";
import type { Basis } from "./seal.ts";
import { readSpokenCode } from "./spoken-code.ts";

/** What the disclosure has to be, by all that is known from elsewhere. */
export interface DisclosureExpected {
  /** The referral for which it was fetched. */
  referralId: string;
  /** The categories that the service says it declares. */
  categories: readonly DataCategory[];
  /** What it rests on, where that is known: the helpline knows it, a recipient does not. */
  basis?: Basis | undefined;
  /** The helpline's signing key. */
  sender: PinnedKey;
  /** One's own receiving key, or the code that was spoken on the phone. */
  opener: OwnKey | { code: string };
  /** What the opener is in it: a helpline that reads what it told itself says so. */
  as?: "recipient" | "helpline" | undefined;
}

export interface OpenedDisclosure {
  /** `code`: it was sealed the weaker way. */
  method: "key" | "code";
  categories: DataCategory[];
  /** Only what the categories cover. */
  data: Disclosed;
  basis: Basis;
  sealedAt: Date;
}

/** Decrypts, then verifies signature and every binding. Throws DisclosureFault, which tells nothing of the content. */
export async function openDisclosure(
  sealed: unknown,
  expected: DisclosureExpected,
): Promise<OpenedDisclosure> {
  const sender = await importPinned(expected.sender, "sign");
  const copies = readForm(sealed);
  const { signed, opened } = await decrypt(copies, expected.opener);
  const { payload, protectedHeader } = await orRefuse("signature-invalid", () =>
    compactVerify(signed, sender.key, { algorithms: [sender.alg] }),
  );
  if (protectedHeader.kid !== sender.kid || protectedHeader.typ !== signedType) refuse("signature-invalid");
  const claims = readClaims(payload);
  if (claims[expected.as ?? "recipient"] !== signedAs(opened)) refuse("recipient-mismatch");
  checkBindings(claims, copies, expected);
  return {
    method: claims.recipient === "code" ? "code" : "key",
    categories: claims.categories,
    data: coveredBy(claims.categories, claims.data),
    basis: claims.basis,
    sealedAt: new Date(claims.iat * 1000),
  };
}

async function decrypt(copies: readonly [Copy, Copy], opener: DisclosureExpected["opener"]) {
  const byCode = "code" in opener;
  const { key, kid } = byCode
    ? { key: new TextEncoder().encode(readSpokenCode(opener.code)), kid: undefined }
    : await importOwn(opener, "seal");
  const opened = copies.find((copy) => copy.kid === kid) ?? refuse("recipient-unknown");
  const { plaintext } = await orRefuse("not-decrypted", () =>
    flattenedDecrypt(opened.jwe, key, {
      keyManagementAlgorithms: [byCode ? codeWrap : keyWrap],
      contentEncryptionAlgorithms: ["A256GCM"],
      maxPBES2Count: iterations.most,
    }),
  );
  return { signed: plaintext, opened };
}

interface Claims {
  referral: string;
  basis: Basis;
  categories: DataCategory[];
  recipient: string;
  helpline: string;
  data: unknown;
  iat: number;
}

function readClaims(payload: Uint8Array): Claims {
  let claims: unknown;
  try {
    claims = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(payload));
  } catch {
    return refuse("payload-invalid");
  }
  if (!isObject(claims)) return refuse("payload-invalid");
  const { referral, consent, override, recipient, helpline, categories, iat } = claims;
  const basis = readBasis(consent, override);
  if (!isString(referral) || !isString(recipient) || !isString(helpline)) return refuse("payload-invalid");
  if (!Array.isArray(categories) || !Number.isSafeInteger(iat)) return refuse("payload-invalid");
  if (!categories.every((category) => dataCategories.includes(category))) return refuse("payload-invalid");
  return { referral, basis, categories, recipient, helpline, data: claims.data, iat: Number(iat) };
}

function readBasis(consentId: unknown, overrideId: unknown): Basis {
  if (isString(consentId) && overrideId === undefined) return { consentId };
  if (isString(overrideId) && consentId === undefined) return { overrideId };
  return refuse("payload-invalid");
}

function checkBindings(claims: Claims, copies: readonly [Copy, Copy], expected: DisclosureExpected): void {
  if (claims.referral !== expected.referralId) refuse("referral-mismatch");
  if (expected.basis && !isSameBasis(claims.basis, expected.basis)) refuse("basis-mismatch");
  if (!isSameSet(copies.map(signedAs), [claims.recipient, claims.helpline])) refuse("recipient-mismatch");
  if (!isSameSet(claims.categories, expected.categories)) refuse("categories-mismatch");
}

/** By what the signature names who a copy is for. */
const signedAs = ({ kid }: Copy) => kid ?? "code";

const isString = (value: unknown): value is string => typeof value === "string";

const isSameBasis = (one: Basis, other: Basis) =>
  "consentId" in one
    ? "consentId" in other && one.consentId === other.consentId
    : "overrideId" in other && one.overrideId === other.overrideId;

const isSameSet = (one: readonly string[], other: readonly string[]) =>
  new Set(one).size === other.length &&
  one.length === other.length &&
  one.every((value) => other.includes(value));
