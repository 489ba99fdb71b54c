/** What may be added up: figures by name, in equations and inequalities that everybody knows. */

/** A figure, and how often it is taken. */
export type Term = readonly [key: string, factor: number];

/** The sum of its terms is 0, or at least 0. */
export interface Relation {
  terms: readonly Term[];
  is: "zero" | "not-negative";
}

export interface Dimension {
  name: string;
  /** Whether one record may be of several categories: then they do not add up to all. */
  multiple?: boolean;
  /** From how many records on which categories are told, the coarsest first; a code that has none is left out. */
  levels: readonly { from: number; categoryOf: Readonly<Record<string, string>> }[];
}

export interface TableDefinition {
  name: string;
  /** What is counted. Tables of one population share their margins. */
  population: string;
  /** The figure of another table that is this one's total. */
  total?: string;
  dimensions: readonly Dimension[];
  /** Combinations that cannot be: their zeros tell nothing, and are always published. */
  impossible?: readonly (readonly string[])[];
}

export const everything = "all";

/** The categories of a dimension among so many records, in the order in which they are told. */
export function categoriesAt({ levels }: Dimension, total: number): readonly string[] {
  const level = levels.findLast(({ from }) => from <= total);
  return [...new Set(Object.values(level?.categoryOf ?? {}))];
}

/** The category of each code among so many records. */
export const categoryOfAt = ({ levels }: Dimension, total: number): Readonly<Record<string, string>> =>
  levels.findLast(({ from }) => from <= total)?.categoryOf ?? {};

export interface Cell {
  key: string;
  at: readonly string[];
  /** How many of its dimensions it adds up. */
  margins: number;
  impossible: boolean;
}

/** A table as laid out for a total: its cells, margins included, and what everybody knows of them. */
export interface Layout {
  table: string;
  cells: readonly Cell[];
  relations: readonly Relation[];
  /** Figures that are never told, but follow from others: how many records are not of a category. */
  hidden: readonly { key: string; terms: readonly Term[] }[];
}

export function layOut(definition: TableDefinition, categories: readonly (readonly string[])[]): Layout {
  const { dimensions, impossible = [] } = definition;
  const places = categories.reduce<readonly (readonly string[])[]>(
    (before, own) => before.flatMap((at) => [everything, ...own].map((category) => [...at, category])),
    [[]],
  );
  const keyAt = (at: readonly string[]) => keyOf(definition, at);
  const relations: Relation[] = [];
  const hidden: { key: string; terms: readonly Term[] }[] = [];
  for (const [axis, dimension] of dimensions.entries()) {
    const own = categories[axis] ?? [];
    if (own.length === 0) continue;
    for (const at of places.filter((place) => place[axis] === everything)) {
      const parts = own.map((category) => keyAt(at.with(axis, category)));
      const added = parts.map((key): Term => [key, -1]);
      if (!dimension.multiple) {
        relations.push({ terms: [[keyAt(at), 1], ...added], is: "zero" });
        continue;
      }
      relations.push({ terms: [...parts.map((key): Term => [key, 1]), [keyAt(at), -1]], is: "not-negative" });
      for (const key of parts) {
        const others = `not ${key}`;
        hidden.push({
          key: others,
          terms: [
            [keyAt(at), 1],
            [key, -1],
          ],
        });
        relations.push({
          terms: [
            [keyAt(at), 1],
            [key, -1],
            [others, -1],
          ],
          is: "zero",
        });
      }
    }
  }
  const cells = places.map((at) => ({
    key: keyAt(at),
    at,
    margins: at.filter((category) => category === everything).length,
    impossible: impossible.some((combination) =>
      combination.every((category, axis) => at[axis] === category),
    ),
  }));
  return { table: definition.name, cells, relations, hidden };
}

/** The same figure has the same key in every table of its population. */
export function keyOf({ population, total, dimensions }: TableDefinition, at: readonly string[]): string {
  const named = dimensions.flatMap(({ name }, axis) =>
    at[axis] === everything ? [] : [`${name}=${at[axis]}`],
  );
  if (named.length === 0) return total ?? population;
  return [population, ...named.sort()].join("|");
}
