/** A name as names are compared: without case, accents, spaces, punctuation and a leading article. */
export const comparedName = (name: string): string =>
  name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/^(de|het|een|the|a|an)\s+/, "")
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
