/** A word as it is compared: as it sounds rather than as it is spelled. */
export interface Sounded {
  /** Without the endings that people swallow: `springen`, `springe` and `springn` are one. */
  whole: string;
  /** With them: what begins as a stem does. */
  begun: string;
}

const letters: Readonly<Record<string, string>> = { 0: "o", 1: "i", 3: "e", 4: "a", 5: "s" };

/** Words in small letters, without accents, apostrophes and signs that nobody sees. */
export const wordsIn = (text: string): string[] =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}'’‘`´]/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

const sounds: readonly (readonly [RegExp, string])[] = [
  [/ij|ei|ey/g, "y"],
  [/ae|ao|oa/g, "aa"],
  [/au/g, "ou"],
  [/ph/g, "f"],
  [/c(?!h)|q/g, "k"],
  [/[cg]ht/g, "gt"],
  [/dt/g, "t"],
  [/([^aeiou\d])\1/g, "$1"],
];
/** In short words these would make one word of two: `zoon` and `soon`. */
const soundsOfLong: readonly (readonly [RegExp, string])[] = [
  [/v/g, "f"],
  [/z/g, "s"],
];

/** As far as a word is told apart; nothing that matters is longer. */
const longestWord = 40;
/** Up to this length, doubled vowels tell one word from another: `ze` and `zee`. */
const shortTo = 5;

export const withSingleVowels = (word: string) => word.replace(/([aeiou])\1/g, "$1");

/** Letters that stand three times or more, `times` instead: `heeeelp`, `doooood`. */
const drawn = (word: string, times: number) =>
  word.replace(/(\p{L})\1{2,}/gu, (_, letter: string) => letter.repeat(times));

/** Two where letters were drawn out: nobody knows how often they are meant. */
export function soundsOf(word: string): Sounded[] {
  const short = word.slice(0, longestWord);
  const spelled = /^\p{L}/u.test(short) ? short.replace(/[01345]/g, (sign) => letters[sign] ?? sign) : short;
  const once = drawn(spelled, 1);
  return once === spelled ? [sound(spelled)] : [sound(once), sound(drawn(spelled, 2))];
}

export function sound(word: string): Sounded {
  const isLong = word.length > shortTo;
  let heard = word;
  for (const [written, sounded] of isLong ? [...soundsOfLong, ...sounds] : sounds)
    heard = heard.replace(written, sounded);
  const single = (of: string) => (isLong ? withSingleVowels(of) : of);
  return { begun: single(heard), whole: hardened(single(withoutEnding(heard))) };
}

const withoutEnding = (word: string) => {
  if (word.length < 5) return word;
  const short = word.replace(/(?<=[bdfghjklmnpqrstwx])en?$|(?<=[bdfghjklmpstw])n$/, "");
  // `benen` is the plural of `been`, not of `ben`.
  return word.length > shortTo ? short : short.replace(/^([^aeiou])([aeou])([^aeiou])$/, "$1$2$2$3");
};

const hardened = (word: string) => word.replace(/d$/, "t");

/** Whether one letter was left out, added, replaced or swapped with its neighbor, at most. */
export function differByOne(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && left[0] === right[1] && left[1] === right[0];
}
