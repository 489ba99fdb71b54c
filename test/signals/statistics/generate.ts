import type { RawCount } from "../../../src/signals/statistics/sources.ts";

/** The same numbers for the same seed, from 0 up to 1 (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Weights = Readonly<Record<string, number>>;

/** How often each is seen; about what a helpline for closed groups sees. */
const often = {
  relation: { harmed: 45, relative: 40, professional: 15 },
  kind: {
    "psychological-abuse": 10,
    coercion: 14,
    manipulation: 30,
    "spiritual-abuse": 16,
    "financial-abuse": 14,
    violence: 6,
    "child-abuse": 5,
    "sexual-violence": 6,
    "sexual-exploitation": 3,
    "labour-exploitation": 4,
    "human-trafficking": 1,
  },
  door: { phone: 60, mail: 20, web: 14, chat: 6 },
  urgency: { normal: 82, urgent: 15, acute: 3 },
  waiting: { "within-a-day": 20, "within-three-days": 35, "within-a-week": 20, longer: 10, "not-spoken": 15 },
  domain: { care: 62, legal: 25, investigation: 13 },
  questionEnd: {
    advised: 35,
    listened: 22,
    referred: 20,
    "solved-otherwise": 6,
    "no-longer-wanted": 6,
    "out-of-reach": 5,
    unanswered: 4,
    open: 2,
  },
  handoffEnd: { completed: 58, declined: 18, withdrawn: 10, lapsed: 10, open: 4 },
  reliability: { "own-experience": 45, seen: 20, heard: 20, document: 5, unclear: 10 },
  movementKind: {
    religious: 40,
    spiritual: 22,
    therapeutic: 14,
    commercial: 8,
    family: 6,
    political: 3,
    "sports-arts": 3,
    other: 4,
  },
  size: { "under-25": 30, "25-99": 30, "100-999": 22, "1000-plus": 8, unknown: 10 },
} satisfies Record<string, Weights>;

/** The codes of all records of a year with so many cases, as the service counts them. */
export function generateYear(cases: number, seed: number): RawCount[] {
  const next = chance(seed);
  const draw = (name: keyof typeof often): string => {
    const weights = Object.entries(often[name] as Weights);
    let left = next() * weights.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [code, weight] of weights) {
      left -= weight;
      if (left < 0) return code;
    }
    return weights[0]?.[0] ?? "";
  };
  const kinds = () =>
    [...new Set(Array.from({ length: 1 + Math.floor(next() * 3) }, () => draw("kind")))].sort();
  const counts = new Map<string, RawCount>();
  const add = (table: RawCount["table"], first: string[], second: string[] | null = null) => {
    const key = JSON.stringify([table, first, second]);
    const before = counts.get(key)?.count ?? 0;
    counts.set(key, { table, first, second, count: before + 1 });
  };
  const times = (number: number, each: () => void) => {
    for (let left = Math.round(number); left > 0; left--) each();
  };

  times(cases, () => {
    add("cases-by-relation", [draw("relation")]);
    const charted = next() < 0.85;
    add("cases-by-charting", [charted ? "charted" : "not-charted"]);
    if (!charted) return;
    add("cases-by-kind", kinds());
    add(
      "cases-by-nature",
      [next() < 0.3 ? "possibly-criminal" : "not-criminal"],
      [next() < 0.8 ? "psychological" : "not-psychological"],
    );
  });
  times(cases / 5, () => {
    const kind = draw("movementKind");
    add("movements-by-kind", [kind], [kind === "religious" || next() < 0.4 ? "religious" : "secular"]);
    add("movements-by-size", [draw("size")]);
  });
  times(cases * 0.6, () => add("signals-by-kind", kinds(), [draw("reliability")]));
  times(cases * 1.4, () => add("help-questions", [draw("domain")], [draw("questionEnd")]));
  times(cases * 0.5, () => add("handoffs", [draw("domain")], [draw("handoffEnd")]));
  times(cases * 2.6, () => {
    add("requests-by-door", [draw("door")]);
    add("waiting-times", [draw("waiting")], [draw("urgency")]);
  });
  return [...counts.values()];
}

/** The same year later on: some records of one table were added, or taken out where others like them are left. */
export function correct(raw: readonly RawCount[], seed: number, size: number): RawCount[] {
  const next = chance(seed);
  // Of tables that share no margin with another one, so that they go on agreeing.
  const alone: readonly string[] = ["signals-by-kind", "help-questions", "handoffs"];
  const table = alone[Math.floor(next() * alone.length)];
  const own = raw.filter((one) => one.table === table);
  const chosen = new Map<number, number>();
  for (let left = size; left > 0 && own.length > 0; left--) {
    const place = Math.floor(next() * own.length);
    const change = next() < 0.7 ? 1 : -1;
    chosen.set(place, (chosen.get(place) ?? 0) + change);
  }
  const changed = own.map((one, place) => ({
    ...one,
    // None goes altogether: a movement that is counted keeps a signal.
    count: Math.max(1, one.count + (chosen.get(place) ?? 0)),
  }));
  return [...raw.filter((one) => one.table !== table), ...changed];
}
