import type { Layout, Term } from "./figures.ts";
import { smallSumsIn } from "./sums.ts";

/** What is counted for a release, and what of it is told. */
export interface Stage {
  layouts: readonly Layout[];
  /** Every figure by its key, those that are withheld too. */
  counts: Readonly<Record<string, number>>;
  published: ReadonlySet<string>;
}

/** What must not be computed: a sum of figures whose true value is 1 to 9. */
export interface Guard {
  table: string;
  terms: readonly Term[];
}

interface KnownRelation {
  terms: readonly Term[];
  is: "zero" | "not-negative";
}

/**
 * What a reader of all releases of a year knows and does not know, and more than they do: which withheld figures are
 * the same in two releases. One figure is one unknown in all releases
 * in which it is the same: then what is published of it anywhere is known everywhere.
 */
export interface Knowledge {
  /** The true value of each. */
  values: ReadonlyMap<string, number>;
  published: ReadonlySet<string>;
  relations: readonly KnownRelation[];
  guards: readonly Guard[];
}

/** A figure with this value, in whatever release. */
export const named = (key: string, value: number): string => `${key} # ${value}`;

export const fewestTold = 10;
export const isSmall = (value: number): boolean => value > 0 && value < fewestTold;

/** `stages`: all releases of a year, the one that is made last. */
export function knowledgeOf(stages: readonly Stage[]): Knowledge {
  const values = new Map<string, number>();
  const published = new Set<string>();
  const relations = new Map<string, KnownRelation>();
  const guards = new Map<string, Guard>();
  for (const { layouts, counts, published: told } of stages)
    for (const layout of layouts) {
      const { table, cells, relations: own, hidden } = layout;
      const of = (key: string) => named(key, countOf(counts, hidden, key));
      for (const { key } of [...cells, ...hidden]) {
        const value = countOf(counts, hidden, key);
        values.set(named(key, value), value);
        if (told.has(key)) published.add(named(key, value));
        if (isSmall(value)) guards.set(named(key, value), { table, terms: [[named(key, value), 1]] });
      }
      for (const { terms, is } of own) {
        const known = terms.map(([key, factor]): Term => [of(key), factor]);
        relations.set(JSON.stringify(known), { terms: known, is });
      }
      for (const sum of smallSumsIn(layout, (key) => countOf(counts, hidden, key))) {
        const terms = sum.map(([key, factor]): Term => [of(key), factor]);
        guards.set(JSON.stringify(terms), { table, terms });
      }
    }
  for (const guard of changesIn(stages)) guards.set(JSON.stringify(guard.terms), guard);
  return { values, published, relations: [...relations.values()], guards: [...guards.values()] };
}

/** A change of 1 to 9 from one release to the next is a small count too. */
function changesIn(stages: readonly Stage[]): Guard[] {
  const current = stages.at(-1);
  if (!current) return [];
  return stages.slice(0, -1).flatMap((earlier) =>
    earlier.layouts.flatMap(({ table, cells }) =>
      cells.flatMap(({ key }): Guard[] => {
        const [before, now] = [earlier.counts[key], current.counts[key]];
        if (before === undefined || now === undefined || !isSmall(Math.abs(now - before))) return [];
        const [low, high] = [Math.min(before, now), Math.max(before, now)];
        return [
          {
            table,
            terms: [
              [named(key, high), 1],
              [named(key, low), -1],
            ],
          },
        ];
      }),
    ),
  );
}

const countOf = (counts: Stage["counts"], hidden: Layout["hidden"], key: string): number =>
  counts[key] ??
  hidden
    .find((one) => one.key === key)
    ?.terms.reduce((sum, [part, factor]) => sum + factor * (counts[part] ?? 0), 0) ??
  0;

export const sumOf = (terms: readonly Term[], values: ReadonlyMap<string, number>): number =>
  terms.reduce((sum, [name, factor]) => sum + factor * (values.get(name) ?? 0), 0);

/** Whether a world with these figures instead of the true ones looks the same to whoever knows what is published. */
export function looksTheSame(
  { values, published, relations }: Knowledge,
  other: ReadonlyMap<string, number>,
  least: (value: number) => number,
): boolean {
  for (const [name, value] of values) {
    const instead = other.get(name);
    if (instead === undefined || !Number.isInteger(instead) || instead < least(value)) return false;
    if (published.has(name) && instead !== value) return false;
  }
  return relations.every(({ terms, is }) => {
    const sum = sumOf(terms, other);
    return is === "zero" ? sum === 0 : sum >= 0;
  });
}
