/** A spoken word as it is compared: case, spaces, accents and punctuation do not count. */
export const normalizeWord = (word: string): string =>
  word
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
