import { fromBase64Url, toBase64Url } from "../../platform/keys/crypto.ts";
import { normalizeWord } from "./normalize.ts";

// Cloudflare's Workers refuse more than 100,000 iterations at once (cloudflare/workerd issue 1346), and OWASP asks for
// 210,000 of PBKDF2-SHA-512: each round's output is the next one's password, so that all are made one after another.
const rounds = 3;
const iterations = 100_000;

/** A slow, salted hash of a code word, as text. */
export async function hashWord(word: string): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return JSON.stringify({ rounds, iterations, salt: toBase64Url(salt), hash: await slowHash(word, salt) });
}

/** Whether `word` is the one that was hashed. */
export async function matchesWord(word: string, hashed: string): Promise<boolean> {
  const { salt, hash, ...cost } = JSON.parse(hashed) as ReturnType<typeof costNow> & Record<string, string>;
  const given = await slowHash(word, fromBase64Url(salt ?? "") ?? new Uint8Array(), cost);
  return equal(given, hash ?? "");
}

const costNow = () => ({ rounds, iterations });

async function slowHash(word: string, salt: Uint8Array<ArrayBuffer>, cost = costNow()): Promise<string> {
  let secret: Uint8Array<ArrayBuffer> = new TextEncoder().encode(normalizeWord(word));
  for (let round = 0; round < cost.rounds; round++) {
    const key = await crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveBits"]);
    const parameters = { name: "PBKDF2", hash: "SHA-512", salt, iterations: cost.iterations };
    secret = new Uint8Array(await crypto.subtle.deriveBits(parameters, key, 512));
  }
  return toBase64Url(secret);
}

/** In a time that does not tell where they differ. */
function equal(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let place = 0; place < one.length; place++)
    difference |= one.charCodeAt(place) ^ other.charCodeAt(place);
  return difference === 0;
}
