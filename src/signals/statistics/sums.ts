import { everything, type Layout, type Term } from "./figures.ts";

/** Figures of 1 to 9 have one sum of at most nine: at most nine of them are in it. */
const largest = 9;

/**
 * Sums that a reader forms of a table's figures, and that are small: of some categories of a dimension, which is what
 * all others leave of its total, and of what is neither of one category nor of another.
 */
export function smallSumsIn(layout: Layout, countOf: (key: string) => number): Term[][] {
  const told = (keys: readonly string[]) => keys.filter((key) => countOf(key) > 0);
  const lines = layout.relations
    .filter(({ is }) => is === "zero")
    .map(({ terms }) => told(terms.flatMap(([key, factor]) => (factor < 0 ? [key] : []))));
  // All parts together are the total, which is a figure of its own.
  const ofLines = lines.flatMap((line) =>
    subsetsOf(line, countOf).filter(({ length }) => length < line.length),
  );
  const neither = remaindersIn(layout)
    .map(told)
    .filter((keys) => keys.length > 1 && keys.reduce((sum, key) => sum + countOf(key), 0) <= largest);
  return [...ofLines, ...neither].map((keys) => keys.map((key): Term => [key, 1]));
}

/** Two or more of them, with a sum of at most nine. */
function subsetsOf(keys: readonly string[], countOf: (key: string) => number): string[][] {
  let subsets: { keys: string[]; sum: number }[] = [{ keys: [], sum: 0 }];
  for (const key of keys) {
    const value = countOf(key);
    const grown = subsets.map(({ keys, sum }) => ({ keys: [...keys, key], sum: sum + value }));
    subsets = [...subsets, ...grown.filter(({ sum }) => sum <= largest)];
  }
  return subsets.map(({ keys }) => keys).filter(({ length }) => length > 1);
}

/** Of a table of two dimensions, cell by cell: the cells in neither its row nor its column. */
function remaindersIn({ cells, hidden }: Layout): string[][] {
  const inner = cells.filter(({ at }) => at.length === 2 && !at.includes(everything));
  // Where a record may be of several categories, its cells do not add up.
  if (hidden.length > 0) return [];
  return inner.map(({ at: [row, column] }) =>
    inner.filter(({ at }) => at[0] !== row && at[1] !== column).map(({ key }) => key),
  );
}
