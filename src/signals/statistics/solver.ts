import type { Highs, Model } from "highs";
import { fail } from "../../platform/http/problem.ts";
import { statisticsElsewhere } from "../problems.ts";

/** Unknowns by their place, each at least so much. */
export interface Program {
  least: readonly number[];
  relations: readonly Bounded[];
}

/** A sum of unknowns that lies between two bounds. */
export interface Bounded {
  terms: readonly (readonly [place: number, factor: number])[];
  low: number;
  high: number;
}

/** Finds whole numbers for the unknowns under one more condition; undefined where there are none. */
export type Ask = (condition: Bounded) => number[] | undefined;

export interface Solver {
  /** Asks about one program, as often as `work` wants. */
  with<T>(program: Program, work: (ask: Ask) => T): T;
}

// Named by a variable, so that no bundle for another runtime tries to take it in.
const library = "highs";
let loaded: Promise<Highs> | undefined;

/** The solver, loaded when it is first needed; refuses where the runtime cannot. */
export async function loadSolver(): Promise<Solver> {
  loaded ??= import(library).then(({ default: load }) => load() as Promise<Highs>);
  const highs = await loaded.catch(() => fail(statisticsElsewhere));
  return {
    with: (program, work) => highs.withModel((model) => work(pose(highs, model, program))),
  };
}

function pose(highs: Highs, model: Model, { least, relations }: Program): Ask {
  model.options.set({ output_flag: false, random_seed: 0, time_limit: 10 });
  const places = { kind: "range", from: 0, to: least.length - 1 } as const;
  const { integer, continuous } = highs.constants.variableType;
  for (const lower of least) model.addVar(lower, highs.infinity);
  for (const relation of relations) addRow(model, relation);

  const found = () => {
    model.zeroAllClocks();
    const { modelStatus } = model.run();
    if (modelStatus !== highs.constants.modelStatus.optimal) return undefined;
    return [...model.getSolution().colValue];
  };
  return (condition) => {
    const row = relations.length;
    addRow(model, condition);
    try {
      const point = found();
      // What no fractions satisfy, no whole numbers do.
      if (!point || isWhole(point)) return point?.map(Math.round);
      model.changeColsIntegrality(places, new Int32Array(least.length).fill(integer));
      const whole = found();
      model.changeColsIntegrality(places, new Int32Array(least.length).fill(continuous));
      return whole?.map(Math.round);
    } finally {
      model.deleteRows({ kind: "range", from: row, to: row });
    }
  };
}

const addRow = (model: Model, { terms, low, high }: Bounded) =>
  model.addRow(low, high, {
    indices: terms.map(([place]) => place),
    values: terms.map(([, factor]) => factor),
  });

const isWhole = (point: readonly number[]) =>
  point.every((value) => Math.abs(value - Math.round(value)) < 1e-6);
