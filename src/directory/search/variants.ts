/** Endings and sounds that Dutch writes otherwise and the stemmer keeps apart. */
const spellings: readonly (readonly [pattern: RegExp, written: string])[] = [
  [/'s$/, ""],
  [/s$/, ""],
  [/([aeiou]{1,2}|ij)zen$/, "$1s"],
  [/([aeiou]{1,2}|ij)ven$/, "$1f"],
  [/c(?=[aoukrl])/g, "k"],
  [/k(?=[aoukrl])/g, "c"],
  [/kw/g, "qu"],
  [/ij/g, "ei"],
  [/ei/g, "ij"],
  [/au/g, "ou"],
  [/ou/g, "au"],
  [/t$/, "d"],
  [/d$/, "t"],
  [/^ge(.+)d$/, "$1en"],
  [/ph/g, "f"],
  [/x/g, "ks"],
  [/ks/g, "x"],
];

/** Other ways to write a word, for looking it up: huizen is huis, an advokaat an advocaat. Few are words. */
export function variantsOf(word: string): string[] {
  if (word.length < 4) return [];
  const variants = spellings.map(([pattern, written]) => word.replace(pattern, written));
  return [...new Set(variants)].filter((variant) => variant !== word && variant.length >= 3);
}

/** Prefixes that make no compound of what follows. */
const prefixes = new Set(["aan", "her", "mis", "ont", "uit", "ver", "voor", "over", "onder", "door", "weg"]);
const shortestPart = 4;

/** The beginnings and ends of a long word that may be words of their own: hulp in hulpverlening. */
export function partsOf(word: string): string[] {
  if (word.length < shortestPart + 4) return [];
  const parts: string[] = [];
  for (let length = word.length - 3; length >= shortestPart; length--) {
    parts.push(word.slice(0, length));
    if (!prefixes.has(word.slice(0, -length))) parts.push(word.slice(-length));
  }
  return parts;
}
