/** A synonym whose words were all said somewhere. */
export interface Phrase {
  words: readonly string[];
  termId: string;
  /** The name of the topic that it means. */
  name: string;
}

/** A topic that was said in a caller's own words. */
export interface SaidTopic {
  termId: string;
  name: string;
  /** How surely it was meant: 1 for one word, more for longer phrases and for several. */
  strength: number;
}

/** Words that may stand between those of a phrase, besides light ones, and how many in all. */
const gap = 2;
const widest = 5;

/** Words that carry nothing by themselves and join no sentences. */
const light = new Set(
  `de het een mijn me mij mn zijn haar hun ons onze jouw je al ook nog wel er ik hij zij ze we heeft heb van aan in op
  bij met naar voor uit the a an my his her their our of to from at in on for all has have had been is i he she they
  altijd soms steeds weer gewoon echt zo heel erg just really always`.split(/\s+/),
);
const surest = 3;

/** The topics whose phrases were said close together. `said` holds what each place of the sentence may mean. */
export function phrasesIn(
  said: ReadonlyMap<number, ReadonlySet<string>>,
  phrases: readonly Phrase[],
): SaidTopic[] {
  const found = phrases.flatMap((phrase) => {
    const places = placesOf(said, phrase.words);
    return places ? [{ phrase, places }] : [];
  });
  // What is said with a longer phrase is no phrase by itself: "geld" in "geld kwijt".
  const own = found.filter(
    ({ places }) =>
      !found.some(
        (other) => other.places.length > places.length && places.every((at) => other.places.includes(at)),
      ),
  );
  const topics = new Map<string, { topic: SaidTopic; places: Set<number> }>();
  for (const { phrase, places } of own.sort((a, b) => b.places.length - a.places.length)) {
    const { termId, name } = phrase;
    const known = topics.get(termId);
    const strength = 1 + 0.35 * Math.min(places.length - 1, 2);
    if (!known) topics.set(termId, { topic: { termId, name, strength }, places: new Set(places) });
    else if (!places.some((at) => known.places.has(at))) {
      known.topic.strength = Math.min(surest, known.topic.strength + strength / 2);
      for (const at of places) known.places.add(at);
    }
  }
  return [...topics.values()].map(({ topic }) => topic);
}

/** The first places that hold all words, each another, with few words between them. */
export function placesOf(
  said: ReadonlyMap<number, ReadonlySet<string>>,
  words: readonly string[],
): number[] | undefined {
  const places = [...said.keys()].sort((a, b) => a - b);
  for (const from of places) {
    if (!words.some((word) => said.get(from)?.has(word))) continue;
    const near = nearby(said, places, from, words.length + gap);
    const taken: number[] = [];
    for (const word of words) {
      const at = near.find((place) => !taken.includes(place) && said.get(place)?.has(word));
      if (at === undefined) break;
      taken.push(at);
    }
    if (taken.length === words.length) return taken;
  }
  return undefined;
}

/** The places from `from` on that hold `weighty` words, with the light ones between them. */
function nearby(
  said: ReadonlyMap<number, ReadonlySet<string>>,
  places: readonly number[],
  from: number,
  weighty: number,
): number[] {
  const near: number[] = [];
  let left = weighty;
  for (const place of places) {
    if (place < from) continue;
    if (left === 0 || near.length === weighty + widest - gap) break;
    near.push(place);
    if (![...(said.get(place) ?? [])].some((word) => light.has(word))) left--;
  }
  return near;
}
