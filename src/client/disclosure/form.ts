import { decodeProtectedHeader, type FlattenedJWE, type JWEHeaderParameters } from "jose";
import { refuse } from "./fault.ts";
import { codeWrap, iterations, keyWrap, mostCharacters, sealedHeader } from "./keys.ts";
import { isObject } from "./payload.ts";

/** A copy for one of the two recipients; `kid` is absent for the one under a code. */
export interface Copy {
  kid: string | undefined;
  jwe: FlattenedJWE;
}

const known = {
  sealed: ["ciphertext", "iv", "protected", "recipients", "tag"],
  recipient: ["encrypted_key", "header"],
  [keyWrap]: ["alg", "epk", "kid"],
  [codeWrap]: ["alg", "p2c", "p2s"],
} as const;

/** The two copies in what was received, in its only form; nothing is decrypted or derived yet. */
export function readForm(sealed: unknown): readonly [Copy, Copy] {
  if (!isObject(sealed) || !has(sealed, known.sealed)) return refuse("form-invalid");
  if (JSON.stringify(sealed).length > mostCharacters) return refuse("too-large");
  const { recipients, ...shared } = sealed;
  if (!Array.isArray(recipients) || recipients.length !== 2) return refuse("form-invalid");
  if (!Object.values(shared).every((part) => typeof part === "string")) return refuse("form-invalid");
  readHeader(shared);
  const copies = recipients.map((recipient) => readCopy(shared, recipient));
  const [first, second] = copies;
  if (!first || !second || first.kid === second.kid) return refuse("form-invalid");
  return [first, second];
}

function readHeader(shared: Record<string, unknown>): void {
  let header: Record<string, unknown>;
  try {
    header = decodeProtectedHeader(shared) as Record<string, unknown>;
  } catch {
    refuse("form-invalid");
  }
  if (!has(header, ["enc", "typ"]) || header.enc !== sealedHeader.enc || header.typ !== sealedHeader.typ)
    refuse("form-invalid");
}

function readCopy(shared: Record<string, unknown>, recipient: unknown): Copy {
  if (!isObject(recipient) || !has(recipient, known.recipient)) return refuse("form-invalid");
  const { encrypted_key: key, header } = recipient;
  if (typeof key !== "string" || !isObject(header)) return refuse("form-invalid");
  if (header.alg !== keyWrap && header.alg !== codeWrap) return refuse("form-invalid");
  if (!has(header, known[header.alg])) return refuse("form-invalid");
  if (header.alg === keyWrap && typeof header.kid !== "string") return refuse("form-invalid");
  if (header.alg === codeWrap && !isWithinBounds(header.p2c)) return refuse("iterations-out-of-bounds");
  // `has` and the checks above have seen every member.
  const jwe = { ...shared, encrypted_key: key, header: header as JWEHeaderParameters } as FlattenedJWE;
  return { kid: header.alg === keyWrap ? String(header.kid) : undefined, jwe };
}

const isWithinBounds = (count: unknown) =>
  Number.isSafeInteger(count) && Number(count) >= iterations.least && Number(count) <= iterations.most;

/** Whether the object has exactly these members. */
const has = (value: Record<string, unknown>, names: readonly string[]) =>
  Object.keys(value).sort().join() === [...names].sort().join();
