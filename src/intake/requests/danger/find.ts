import { wordsIn } from "./fold.ts";
import { joinedFrom, type Lexicon } from "./lexicon.ts";
import type { Phrase, Sign } from "./sign.ts";

/** From which word to which. */
interface Span {
  start: number;
  end: number;
}

/** At which words of a text each part stands, the first one first. */
export type Places = readonly (readonly number[])[];

/** Words that were typed apart count as one, too. */
export function placesIn(text: string, lexicon: Lexicon, count: number): Places {
  const places: number[][] = Array.from({ length: count }, () => []);
  const [known, knownJoined] = [new Map<string, readonly number[]>(), new Map<string, readonly number[]>()];
  const words = wordsIn(text);
  for (const [place, word] of words.entries()) {
    for (const part of remembered(known, word, () => lexicon.partsOf(word))) places[part]?.push(place);
    const joined = word + (words[place + 1] ?? "");
    if (joined.length < joinedFrom || joined === word) continue;
    for (const part of remembered(knownJoined, joined, () => lexicon.partsOf(joined, true)))
      places[part]?.push(place);
  }
  return places;
}

function remembered<T>(known: Map<string, T>, word: string, find: () => T): T {
  const before = known.get(word);
  if (before !== undefined) return before;
  const found = find();
  known.set(word, found);
  return found;
}

/** Whether a sign stands in a text. More text, before it or after it, never takes that away. */
export function stands({ phrases, reach, harmless }: Sign, places: Places): boolean {
  const [anchors, ...others] = phrases.map((phrase) => spansOf(phrase, places));
  if (!anchors || anchors.length === 0 || others.some(({ length }) => length === 0)) return false;
  const spoils = harmless === undefined ? [] : (places[harmless] ?? []);
  return anchors.some((anchor) => isComplete(anchor, others, reach, (span) => holds(spoils, span)));
}

/** Whether the nearest of each of the others, on the one side or on the other, make a sign with this one. */
function isComplete(
  anchor: Span,
  [others, ...rest]: readonly (readonly Span[])[],
  reach: number,
  isHarmless: (span: Span) => boolean,
  whole: Span = anchor,
): boolean {
  if (!others) return !isHarmless(whole);
  return nearest(others, anchor.start).some(
    (other) =>
      Math.abs(other.start - anchor.start) <= reach &&
      isComplete(anchor, rest, reach, isHarmless, {
        start: Math.min(whole.start, other.start),
        end: Math.max(whole.end, other.end),
      }),
  );
}

/** The last one that begins before a place, and the first one that does not. */
function nearest(spans: readonly Span[], place: number): Span[] {
  const after = firstFrom(spans, place, ({ start }) => start);
  return [spans[after - 1], spans[after]].filter((span) => span !== undefined);
}

const holds = (places: readonly number[], { start, end }: Span): boolean =>
  (places[firstFrom(places, start, (place) => place)] ?? Number.POSITIVE_INFINITY) <= end;

function firstFrom<T>(sorted: readonly T[], place: number, placeOf: (one: T) => number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placeOf(sorted[middle] as T) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The shortest span that ends at each place where the phrase ends. */
function spansOf({ parts: [first = -1, ...others], gaps }: Phrase, places: Places): Span[] {
  let spans = (places[first] ?? []).map((place) => ({ start: place, end: place }));
  for (const [at, part] of others.entries()) {
    if (spans.length === 0) return spans;
    spans = continued(spans, places[part] ?? [], (gaps[at] ?? 0) + 1);
  }
  return spans;
}

function continued(spans: readonly Span[], ends: readonly number[], most: number): Span[] {
  const longer: Span[] = [];
  let passed = 0;
  for (const end of ends) {
    while ((spans[passed]?.end ?? Number.POSITIVE_INFINITY) < end) passed++;
    const before = spans[passed - 1];
    if (before && end - before.end <= most) longer.push({ start: before.start, end });
  }
  return longer;
}
