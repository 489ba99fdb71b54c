/**
 * How Dutch letters sound alike, in this order, as regular expressions of JavaScript and of PostgreSQL alike.
 * A sound is no spelling: it only tells which words somebody may have heard.
 */
export const sounds: readonly (readonly [pattern: string, sound: string])[] = [
  ["^ps(?=[iy])", "s"],
  ["isch", "is"],
  ["sch(?=r)", "s"],
  ["chr", "kr"],
  ["ch|gh", "g"],
  ["ck|q(?!u)", "k"],
  ["qu", "kw"],
  ["cc?(?=[eiy])", "s"],
  ["c", "k"],
  ["x", "ks"],
  ["ph|v", "f"],
  ["th|dt", "t"],
  ["rh", "r"],
  ["ts?ie", "si"],
  ["z", "s"],
  ["wr", "fr"],
  ["d$", "t"],
  ["b$", "p"],
  ["ij", "ei"],
  ["y", "i"],
  ["[ao]uw?", "au"],
  ["eeuw", "eu"],
  ["uw", "u"],
  ["ie", "i"],
  ["(.)\\1+", "$1"],
];

const rules = sounds.map(([pattern, sound]) => [new RegExp(pattern, "g"), sound] as const);

/** What a word, in small letters without accents, sounds like. */
export const soundOf = (word: string): string =>
  rules.reduce((heard, [pattern, sound]) => heard.replace(pattern, sound), word);
