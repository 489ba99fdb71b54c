import { createHmac, hkdfSync } from "node:crypto";

/** Keyed fingerprints for what must be recognized but not read, one key per purpose. */
export interface Secrets {
  /** HMAC-SHA-256 over `parts`, base64url. */
  fingerprint(
    purpose: "cursor" | "idempotency" | "revision" | "rate" | "mail" | "movement-name",
    ...parts: string[]
  ): string;
}

/** `secret`: at least 32 random bytes; every purpose's key is derived from it (HKDF, RFC 5869). */
export function createSecrets(secret: Uint8Array<ArrayBuffer>): Secrets {
  const keys = new Map<string, Buffer>();
  const derive = (purpose: string) => Buffer.from(hkdfSync("sha256", secret, "", purpose, 32));
  return {
    fingerprint(purpose, ...parts) {
      const key = keys.get(purpose) ?? derive(purpose);
      keys.set(purpose, key);
      // As JSON, so that no part can pass for two.
      return createHmac("sha256", key).update(JSON.stringify(parts)).digest("base64url");
    },
  };
}

export const toBase64Url = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64url");

export const toHex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** Answers undefined for what is not base64url. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return undefined;
  try {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  } catch {
    return undefined;
  }
}
