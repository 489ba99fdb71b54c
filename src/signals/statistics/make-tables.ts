import { findUnkept } from "./audit.ts";
import { countFigures } from "./count.ts";
import { tables } from "./definitions.ts";
import { type Guard, knowledgeOf, type Stage } from "./knowledge.ts";
import { choosePublished } from "./protect.ts";
import type { ReleasedTable } from "./released-table.ts";
import type { Solver } from "./solver.ts";
import type { RawCount } from "./sources.ts";

/** What is kept of an earlier release. */
export interface Earlier {
  tables: readonly ReleasedTable[];
  counts: Readonly<Record<string, number>>;
}

export interface Made {
  tables: ReleasedTable[];
  counts: Record<string, number>;
  /** What could be computed all the same: a release with any is refused. */
  unkept: Guard[];
}

/** The tables of a year, protected and audited together with its earlier releases. */
export function makeTables(solver: Solver, raw: readonly RawCount[], earlier: readonly Earlier[]): Made {
  const [first] = earlier;
  const kept = first && new Map(first.tables.map((table) => [table.name, categoriesOf(table)]));
  const year = countFigures(raw, kept);
  const stages = earlier.map((release) => stageOf(raw, release, kept));
  const published = choosePublished(solver, stages, year.layouts, year.counts);
  const stage: Stage = { layouts: year.layouts, counts: year.counts, published };
  const unkept = findUnkept(solver, knowledgeOf([...stages, stage]));
  return { tables: tablesOf(stage, year.categories), counts: year.counts, unkept };
}

const categoriesOf = ({ dimensions }: ReleasedTable) => dimensions.map(({ categories }) => categories);

/** An earlier release as it was made: its cells by their keys. */
function stageOf(
  raw: readonly RawCount[],
  { tables: released, counts }: Earlier,
  kept: ReadonlyMap<string, readonly (readonly string[])[]> | undefined,
): Stage {
  const { layouts } = countFigures(raw, kept);
  const told = new Map(released.map((table) => [table.name, table]));
  const published = layouts.flatMap(({ table, cells }) =>
    cells.flatMap(({ key, at }) => {
      const cell = told.get(table)?.cells.find((one) => one.at.join() === at.join());
      return cell?.count === undefined ? [] : [key];
    }),
  );
  return { layouts, counts, published: new Set(published) };
}

function tablesOf(
  { layouts, counts, published }: Stage,
  categories: readonly (readonly (readonly string[])[])[],
): ReleasedTable[] {
  return tables.map(({ name, dimensions }, place) => ({
    name,
    dimensions: dimensions.map((dimension, axis) => ({
      name: dimension.name,
      categories: [...(categories[place]?.[axis] ?? [])],
    })),
    cells: (layouts[place]?.cells ?? []).map(({ key, at }) => ({
      at: [...at],
      ...(published.has(key) && { count: counts[key] ?? 0 }),
    })),
  }));
}
