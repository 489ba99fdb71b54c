import { acuteSigns } from "./acute-words.ts";

/** How many words apart the parts of a sign may stand. */
const reach = 6;
/** From how many letters on one typing error is forgiven. */
const forgivenFrom = 6;

/**
 * Whether words say that a life may be at stake. It knows no negation and no past: whoever reads them decides what they
 * mean, and a sign that was none costs a minute. That nothing is found means nothing.
 */
export function soundsAcute(words: string): boolean {
  const places = findPlaces(spokenWords(words));
  return signs.some(([first, ...others]) =>
    [...(places.get(first) ?? [])].some((place) =>
      others.every((part) => isNear(place, places.get(part) ?? new Set())),
    ),
  );
}

function isNear(place: number, others: ReadonlySet<number>): boolean {
  for (let near = place - reach; near <= place + reach; near++) if (others.has(near)) return true;
  return false;
}

/** Small letters without accents or apostrophes, doubled ones once: `Zelfmoooord!` is `zelfmord`. */
const spokenWords = (text: string): string[] =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}'’‘`´]/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map(once);

const once = (word: string): string => {
  let kept = "";
  for (const letter of word) if (!kept.endsWith(letter) || /\d/.test(letter)) kept += letter;
  return kept;
};

interface Form {
  stem: string;
  /** Whether anything may follow. */
  open: boolean;
}

/** One part of a sign: any of its forms will do. */
type Part = readonly Form[];

const formOf = (written: string): Form => ({
  stem: once(written.replace("*", "")),
  open: written.endsWith("*"),
});
const partOf = (forms: string): Part => forms.split(" ").map(formOf);
const signs = acuteSigns.map((sign) => {
  const [first = "", ...others] = sign;
  return [partOf(first), ...others.map(partOf)] as const;
});
const parts: readonly Part[] = signs.flat();

/** At which places of a text each part of a sign stands; words that were typed apart count as one, too. */
function findPlaces(words: readonly string[]): Map<Part, Set<number>> {
  const places = new Map(parts.map((part) => [part, new Set<number>()]));
  const known = new Map<string, readonly Part[]>();
  const note = (word: string, place: number) => {
    let meant = known.get(word);
    if (!meant) {
      meant = parts.filter((part) => part.some((form) => matches(word, form)));
      known.set(word, meant);
    }
    for (const part of meant) places.get(part)?.add(place);
  };
  for (const [place, word] of words.entries()) {
    note(word, place);
    const next = words[place + 1];
    if (next) note(once(word + next), place);
  }
  return places;
}

function matches(word: string, { stem, open }: Form): boolean {
  if (word === stem || (open && word.startsWith(stem))) return true;
  if (stem.length < forgivenFrom || word.length < stem.length - 1 || !beginsAlike(word, stem)) return false;
  if (!open) return differByOne(word, stem);
  return [-1, 0, 1].some((more) => differByOne(word.slice(0, stem.length + more), stem));
}

/** Cheap, and true of all that differ by one letter. */
const beginsAlike = (one: string, other: string) =>
  one[0] === other[0] || one[1] === other[1] || one[0] === other[1] || one[1] === other[0];

/** Whether one letter was left out, added, replaced or swapped with its neighbor, at most. */
function differByOne(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const [left, right] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && left[0] === right[1] && left[1] === right[0];
}
