import type { Term } from "./figures.ts";
import { fewestTold, type Guard, type Knowledge, looksTheSame, sumOf } from "./knowledge.ts";
import type { Ask, Bounded, Program, Solver } from "./solver.ts";

/** Other figures, all of them, that look the same to whoever reads what is published. */
export type Witness = ReadonlyMap<string, number>;

/** One end of what a guard's value has to be possible at, and what the reader takes for granted who asks. */
interface End {
  fits(sum: number): boolean;
  low: number;
  high: number;
  /** The least that a figure of this value is known to be. */
  least(value: number): number;
}

const ends = {
  low: { fits: (sum) => sum <= 1, low: Number.NEGATIVE_INFINITY, high: 1, least: () => 0 },
  // Zeros are told almost always: at this end the reader knows that no withheld figure is zero but the true zeros.
  high: {
    fits: (sum) => sum >= fewestTold - 1,
    low: fewestTold - 1,
    high: Number.POSITIVE_INFINITY,
    least: (value) => Math.min(value, 1),
  },
} as const satisfies Record<string, End>;

export type Witnesses = Record<keyof typeof ends, Witness[]>;
export const noWitnesses = (): Witnesses => ({ low: [], high: [] });

/**
 * The guards that are not kept: those whose value can be computed to lie above 1 or below 9. A guard is kept by two
 * worlds in whole numbers that look the same, one in which it is at most 1 and one in which it is at least 9; both are
 * checked here by adding up, so that a wrong answer of the solver can refuse a release but not let one pass.
 */
export function findUnkept(
  solver: Solver,
  knowledge: Knowledge,
  guards: readonly Guard[] = knowledge.guards,
  witnesses: Witnesses = noWitnesses(),
): Guard[] {
  const unkept = new Set(guards.filter(({ terms }) => unknownTerms(terms, knowledge).length === 0));
  for (const [name, end] of Object.entries(ends) as [keyof typeof ends, End][])
    for (const { unknowns, relations, guards: own } of partsOf(knowledge, guards))
      solver.with(programOf(knowledge, unknowns, relations, end), (ask) => {
        for (const guard of own)
          if (!reaches(knowledge, guard, unknowns, end, ask, witnesses[name])) unkept.add(guard);
      });
  return guards.filter((guard) => unkept.has(guard));
}

/** Whether the guard's value can lie at this end, for all that the reader knows. */
function reaches(
  knowledge: Knowledge,
  { terms }: Guard,
  unknowns: readonly string[],
  { fits, low, high, least }: End,
  ask: Ask,
  witnesses: Witness[],
): boolean {
  if (fits(sumOf(terms, knowledge.values))) return true;
  if (witnesses.some((witness) => fits(sumOf(terms, witness)))) return true;
  const places = new Map(unknowns.map((name, place) => [name, place]));
  const known = sumOf(
    terms.filter(([name]) => knowledge.published.has(name)),
    knowledge.values,
  );
  const form = unknownTerms(terms, knowledge).map(
    ([name, factor]) => [places.get(name) ?? 0, factor] as const,
  );
  const point = ask({ terms: form, low: low - known, high: high - known });
  if (!point) return false;
  const witness = new Map(knowledge.values);
  for (const [place, name] of unknowns.entries()) witness.set(name, point[place] ?? 0);
  if (!looksTheSame(knowledge, witness, least) || !fits(sumOf(terms, witness))) return false;
  witnesses.push(witness);
  return true;
}

interface Part {
  unknowns: readonly string[];
  relations: Knowledge["relations"];
  guards: readonly Guard[];
}

const unknownTerms = (terms: readonly Term[], { published }: Knowledge) =>
  terms.filter(([name]) => !published.has(name));

/** Unknowns that no relation and no guard brings together are asked about apart. */
function partsOf(knowledge: Knowledge, guards: readonly Guard[]): Part[] {
  const { values, published, relations } = knowledge;
  const unknowns = [...values.keys()].filter((name) => !published.has(name));
  const parent = new Map(unknowns.map((name) => [name, name]));
  const rootOf = (name: string): string => {
    let root = name;
    while (parent.get(root) !== root) root = parent.get(root) ?? root;
    parent.set(name, root);
    return root;
  };
  for (const { terms } of [...relations, ...guards]) {
    const [first, ...others] = unknownTerms(terms, knowledge);
    if (first) for (const [name] of others) parent.set(rootOf(name), rootOf(first[0]));
  }
  const names = Map.groupBy(unknowns, rootOf);
  const rootOfTerms = ({ terms }: { terms: readonly Term[] }) => {
    const [first] = unknownTerms(terms, knowledge);
    return first && rootOf(first[0]);
  };
  const relationsOf = Map.groupBy(relations, rootOfTerms);
  const guardsOf = Map.groupBy(guards, rootOfTerms);
  return [...names].flatMap(([root, own]) => {
    const asked = guardsOf.get(root) ?? [];
    if (asked.length === 0) return [];
    return [{ unknowns: own, relations: relationsOf.get(root) ?? [], guards: asked }];
  });
}

/** What is published goes over to the other side. */
function programOf(
  knowledge: Knowledge,
  unknowns: readonly string[],
  relations: Knowledge["relations"],
  { least }: End,
): Program {
  const places = new Map(unknowns.map((name, place) => [name, place]));
  return {
    least: unknowns.map((name) => least(knowledge.values.get(name) ?? 0)),
    relations: relations.map(({ terms, is }): Bounded => {
      const known = terms.filter(([name]) => knowledge.published.has(name));
      const low = -sumOf(known, knowledge.values);
      return {
        terms: unknownTerms(terms, knowledge).map(([name, factor]) => [places.get(name) ?? 0, factor]),
        low,
        high: is === "zero" ? low : Number.POSITIVE_INFINITY,
      };
    }),
  };
}
