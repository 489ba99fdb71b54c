import { tables } from "./definitions.ts";
import {
  categoriesAt,
  categoryOfAt,
  type Dimension,
  everything,
  keyOf,
  type Layout,
  layOut,
  type TableDefinition,
} from "./figures.ts";
import type { RawCount } from "./sources.ts";

type Categories = readonly (readonly string[])[];

export interface YearCounts {
  layouts: Layout[];
  /** The categories of each table's dimensions. */
  categories: Categories[];
  counts: Record<string, number>;
}

/**
 * Every figure of a year out of its records' codes. `kept`: the categories of the year's first release, by table, that
 * a correction keeps, so that the two can be compared.
 */
export function countFigures(raw: readonly RawCount[], kept?: ReadonlyMap<string, Categories>): YearCounts {
  const counts: Record<string, number> = {};
  const layouts: Layout[] = [];
  const categories: Categories[] = [];
  for (const table of tables as readonly TableDefinition[]) {
    const own = raw.filter((one) => one.table === table.name);
    const total = own.reduce((sum, { count }) => sum + count, 0);
    const levels = table.dimensions.map((dimension, axis) =>
      levelOf(dimension, kept ? (kept.get(table.name)?.[axis] ?? []) : categoriesAt(dimension, total), total),
    );
    const layout = layOut(
      table,
      levels.map((level) => level.categories),
    );
    addUp(counts, table, layout, levels, own);
    layouts.push(layout);
    categories.push(levels.map((level) => level.categories));
  }
  return { layouts: [...layouts, acrossTables], categories, counts };
}

/** What ties tables together that share no figure: a movement is counted for a signal of it. */
const acrossTables: Layout = {
  table: "movements-by-kind",
  cells: [],
  hidden: [],
  relations: [
    {
      terms: [
        ["signals", 1],
        ["movements", -1],
      ],
      is: "not-negative",
    },
  ],
};

interface Level {
  categories: readonly string[];
  categoryOf: Readonly<Record<string, string>>;
}

/** The level that has these categories. */
function levelOf(dimension: Dimension, categories: readonly string[], total: number): Level {
  if (categories.length === 0) return { categories, categoryOf: {} };
  const same = [total, ...dimension.levels.map(({ from }) => from)].find(
    (from) => categoriesAt(dimension, from).join() === categories.join(),
  );
  if (same === undefined) throw new Error(`the categories of ${dimension.name} are no longer known`);
  return { categories, categoryOf: categoryOfAt(dimension, same) };
}

function addUp(
  counts: Record<string, number>,
  table: TableDefinition,
  { cells }: Layout,
  levels: readonly Level[],
  raw: readonly RawCount[],
): void {
  const own: Record<string, number> = Object.fromEntries(cells.map(({ key }) => [key, 0]));
  for (const { first, second, count } of raw) {
    const places = [first, second ?? []].slice(0, levels.length).map((codes, axis) => {
      const { categoryOf = {} } = levels[axis] ?? {};
      return [everything, ...new Set(codes.flatMap((code) => categoryOf[code] ?? []))];
    });
    for (const at of combinationsOf(places)) {
      const key = keyOf(table, at);
      own[key] = (own[key] ?? 0) + count;
    }
  }
  for (const [key, count] of Object.entries(own)) {
    // One statement counted them: a figure that two tables share is the same in both.
    if (counts[key] !== undefined && counts[key] !== count) throw new Error(`two tables disagree on ${key}`);
    counts[key] = count;
  }
}

const combinationsOf = (places: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  places.reduce<readonly (readonly string[])[]>(
    (before, own) => before.flatMap((at) => own.map((category) => [...at, category])),
    [[]],
  );
