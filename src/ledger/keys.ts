import { createHash, hkdfSync } from "node:crypto";

/** What one secret gives: a key that encrypts, one that authenticates, and the name under which both are known. */
export interface LedgerKey {
  kid: string;
  encryption: CryptoKey;
  authentication: Uint8Array<ArrayBuffer>;
}

/** The first writes, all are read with. */
export type LedgerKeys = readonly [LedgerKey, ...LedgerKey[]];

/** Derived from at least 32 random bytes (HKDF, RFC 5869). */
export async function deriveLedgerKey(secret: Uint8Array<ArrayBuffer>): Promise<LedgerKey> {
  const derive = (purpose: string) => new Uint8Array(hkdfSync("sha256", secret, "", purpose, 32));
  const raw = derive("ledger encryption");
  return {
    kid: createHash("sha256").update(derive("ledger name")).digest("hex").slice(0, 16),
    encryption: await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]),
    authentication: derive("ledger authentication"),
  };
}
