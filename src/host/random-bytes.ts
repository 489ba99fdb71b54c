/** Private keys that stand in a standard for everyone to read: RFC 8037 (A.1), RFC 7748 (6.1), RFC 7515 (A.1). */
const published = new Set([
  "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
  "dwdtCnMYpX08FsFyUbJmRd9ML4frwJkqsXf7pR25LCo",
  "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow",
]);

/**
 * Whether a secret looks random. Of 32 random bytes fewer than 16 are different, or all are letters, less often than
 * once in 10^12.
 */
export function looksRandom(bytes: Uint8Array, encoded: string): boolean {
  if (published.has(encoded.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", ""))) return false;
  if (new Set(bytes).size < 16) return false;
  if (bytes.every((byte) => byte >= 32 && byte < 127)) return false;
  const steps = new Set(bytes.subarray(1).map((byte, place) => byte - (bytes[place] ?? 0)));
  return steps.size > 1;
}

export const notRandom =
  "must be random bytes: this is a text, an example or a repetition (see `handreiking keys`)";
