/** What personal data is sealed with: data keys of 256 bits, themselves wrapped under key-encryption keys. */
export interface Vault {
  /** A new data key, wrapped under the first key-encryption key. `owner` is whose it is: no other opens it. */
  newKey(owner: readonly string[]): Promise<WrappedKey>;
  /** Throws VaultFault when its key-encryption key is not configured, or when it was made for another owner. */
  openKey(wrapped: WrappedKey, owner: readonly string[]): Promise<DataKey>;
  /** The same data key under the first key-encryption key. */
  rewrapKey(wrapped: WrappedKey, owner: readonly string[]): Promise<WrappedKey>;
  /** The key-encryption key that wraps. */
  kekId: string;
}

export interface WrappedKey {
  wrapped: Uint8Array;
  kekId: string;
}

export interface DataKey {
  /** `place`: where the value stands; it opens nowhere else. */
  seal(place: readonly string[], value: Uint8Array): Promise<Uint8Array>;
  /** Throws VaultFault for a value that was changed, moved, or sealed under another key. */
  open(place: readonly string[], sealed: Uint8Array): Promise<Uint8Array>;
}

/** As a JWK (RFC 7517) of 256 bits. */
export interface KeyEncryptionKey {
  kty: "oct";
  kid: string;
  k: string;
}

/** Its name reaches the log: it may tell a key's id, and nothing else. */
export class VaultFault extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

const nonceLength = 12;
const version = 1;
const usages: KeyUsage[] = ["encrypt", "decrypt"];

/** The first key wraps, all unwrap. */
export async function createVault(keys: readonly KeyEncryptionKey[]): Promise<Vault> {
  const known = new Map<string, CryptoKey>();
  for (const { kty, kid, k } of keys)
    known.set(kid, await crypto.subtle.importKey("jwk", { kty, k }, "AES-GCM", false, usages));
  const kekId = keys[0]?.kid;
  if (kekId === undefined) throw new Error("at least one key-encryption key is needed");

  const keyNamed = (kid: string) => {
    const found = known.get(kid);
    if (found) return found;
    throw new VaultFault(
      `KeyEncryptionKeyMissing(${kid})`,
      `the key-encryption key ${kid} is not configured: add it to KEY_ENCRYPTION_KEYS`,
    );
  };
  const wrap = async (raw: Uint8Array, owner: readonly string[]) => ({
    wrapped: await encrypt(keyNamed(kekId), ["data-key", kekId, ...owner], raw),
    kekId,
  });
  const unwrap = ({ wrapped, kekId: kid }: WrappedKey, owner: readonly string[]) =>
    decrypt(keyNamed(kid), ["data-key", kid, ...owner], wrapped);

  return {
    kekId,
    newKey: (owner) => wrap(crypto.getRandomValues(new Uint8Array(32)), owner),
    async openKey(wrapped, owner) {
      const key = await importKey(await unwrap(wrapped, owner));
      return {
        seal: (place, value) => encrypt(key, place, value),
        open: (place, sealed) => decrypt(key, place, sealed),
      };
    },
    rewrapKey: async (wrapped, owner) => wrap(await unwrap(wrapped, owner), owner),
  };
}

const importKey = (raw: Uint8Array<ArrayBuffer>) =>
  crypto.subtle.importKey("raw", raw, "AES-GCM", false, usages);

/** A version, a nonce, and AES-256-GCM bound to `place`. */
async function encrypt(key: CryptoKey, place: readonly string[], value: Uint8Array): Promise<Uint8Array> {
  // Not from the context's id source: a nonce is no name of anything, and a clock or counter that repeats
  // after a restore would repeat it under the same key, which breaks GCM (NIST SP 800-38D, 8.2.2).
  const nonce = crypto.getRandomValues(new Uint8Array(nonceLength));
  const sealed = await crypto.subtle.encrypt(parameters(nonce, place), key, new Uint8Array(value));
  return Uint8Array.of(version, ...nonce, ...new Uint8Array(sealed));
}

async function decrypt(key: CryptoKey, place: readonly string[], sealed: Uint8Array) {
  const nonce = new Uint8Array(sealed.slice(1, 1 + nonceLength));
  try {
    if (sealed[0] !== version) throw new Error("unknown version");
    const body = new Uint8Array(sealed.slice(1 + nonceLength));
    return new Uint8Array(await crypto.subtle.decrypt(parameters(nonce, place), key, body));
  } catch {
    throw new VaultFault("SealBroken", "a sealed value does not open: it was changed, moved or lost its key");
  }
}

// As JSON, so that no part of a place can pass for two.
const parameters = (iv: Uint8Array<ArrayBuffer>, place: readonly string[]) => ({
  name: "AES-GCM",
  iv,
  additionalData: new TextEncoder().encode(JSON.stringify([version, ...place])),
});
