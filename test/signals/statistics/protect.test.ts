import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findUnkept } from "../../../src/signals/statistics/audit.ts";
import { countFigures } from "../../../src/signals/statistics/count.ts";
import { layOut, type TableDefinition } from "../../../src/signals/statistics/figures.ts";
import { isSmall, knowledgeOf, type Stage } from "../../../src/signals/statistics/knowledge.ts";
import { type Earlier, makeTables } from "../../../src/signals/statistics/make-tables.ts";
import { choosePublished } from "../../../src/signals/statistics/protect.ts";
import { loadSolver } from "../../../src/signals/statistics/solver.ts";
import { shareOf } from "../../../src/signals/statistics/wire.ts";
import { canBe } from "./attacker.ts";
import { correct, generateYear } from "./generate.ts";

const solver = await loadSolver();
const runs = Number(process.env.STATISTICS_RUNS ?? 10);

const grid: TableDefinition = {
  name: "grid",
  population: "grid",
  dimensions: ["row", "column"].map((name) => ({ name, levels: [] })),
};
const layout = layOut(grid, [
  ["a", "b"],
  ["x", "y"],
]);

/** A table of two by two with its margins, by the keys of its figures. */
function countsOf([ax, ay, bx, by]: readonly [number, number, number, number]): Record<string, number> {
  return {
    grid: ax + ay + bx + by,
    "grid|column=x": ax + bx,
    "grid|column=y": ay + by,
    "grid|row=a": ax + ay,
    "grid|row=b": bx + by,
    "grid|column=x|row=a": ax,
    "grid|column=y|row=a": ay,
    "grid|column=x|row=b": bx,
    "grid|column=y|row=b": by,
  };
}
const keys = Object.keys(countsOf([0, 0, 0, 0]));
const unkeptIn = (stage: Stage) =>
  findUnkept(solver, knowledgeOf([stage])).map(({ terms }) => terms[0]?.[0].split(" # ")[0]);

const value = fc.oneof(fc.nat(12), fc.nat(12), fc.integer({ min: 10, max: 14 }));
const values = fc.tuple(value, value, value, value);

describe("the audit", () => {
  test("finds what an attacker finds who tries every table, and nothing else", () => {
    fc.assert(
      fc.property(values, fc.subarray(keys), (cells, told) => {
        const counts = countsOf(cells);
        const published = new Set(told);
        const computed = keys.filter((key) => isSmall(counts[key] ?? 0) && !canBe(cells, published, key));
        expect(unkeptIn({ layouts: [layout], counts, published }).sort()).toEqual(computed.sort());
      }),
      { numRuns: 30, seed: 7 },
    );
  });

  test("finds a small figure that is published, and one that is a published total less its parts", () => {
    const counts = countsOf([3, 20, 30, 40]);
    const all = new Set(keys);
    expect(unkeptIn({ layouts: [layout], counts, published: all })).toEqual(["grid|column=x|row=a"]);
    all.delete("grid|column=x|row=a");
    expect(unkeptIn({ layouts: [layout], counts, published: all })).toEqual(["grid|column=x|row=a"]);
  });

  test("finds how many are not of a category, where a record may be of several", () => {
    const several = layOut(
      { name: "kinds", population: "kinds", dimensions: [{ name: "kind", multiple: true, levels: [] }] },
      [["a", "b"]],
    );
    const counts = { kinds: 40, "kinds|kind=a": 37, "kinds|kind=b": 20 };
    const published = new Set(Object.keys(counts));
    expect(unkeptIn({ layouts: [several], counts, published })).toEqual(["not kinds|kind=a"]);
    published.delete("kinds|kind=a");
    expect(unkeptIn({ layouts: [several], counts, published })).toEqual([]);
  });

  test("finds a change of less than ten between two releases", () => {
    const [before, now] = [countsOf([20, 30, 40, 50]), countsOf([20, 30, 40, 53])];
    const published = new Set(keys);
    const stages = [before, now].map((counts) => ({ layouts: [layout], counts, published }));
    expect(findUnkept(solver, knowledgeOf(stages)).length).toBeGreaterThan(0);
    const same = stages.map((stage) => ({ ...stage, counts: before }));
    expect(findUnkept(solver, knowledgeOf(same))).toEqual([]);
  });
});

describe("what is published", () => {
  test("holds against whoever tries every table of two by two", () => {
    fc.assert(
      fc.property(values, (cells) => {
        const counts = countsOf(cells);
        const published = choosePublished(solver, [], [layout], counts);
        for (const key of keys)
          if (isSmall(counts[key] ?? 0)) expect(canBe(cells, published, key), key).toBe(true);
      }),
      { numRuns: 20, seed: 11 },
    );
  });

  test("holds for generated years, and for their corrections together with them", () => {
    fc.assert(
      fc.property(
        fc.record({
          cases: fc.oneof(fc.integer({ min: 0, max: 160 }), fc.integer({ min: 100, max: 1500 })),
          seed: fc.nat(),
          sizes: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 2 }),
        }),
        ({ cases, seed, sizes }) => {
          let raw = generateYear(cases, seed);
          const earlier: Earlier[] = [];
          for (const size of [0, ...sizes]) {
            raw = size === 0 ? raw : correct(raw, seed + size, size);
            const { tables, counts, unkept } = makeTables(solver, raw, earlier);
            expect(unkept).toEqual([]);
            for (const { count } of tables.flatMap((table) => table.cells))
              expect(count === undefined || !isSmall(count)).toBe(true);
            earlier.push({ tables, counts });
          }
        },
      ),
      { numRuns: runs, seed: 3 },
    );
  });

  test("is the same for the same counts, whatever the order in which they come", () => {
    const raw = generateYear(103, 2020);
    const once = makeTables(solver, raw, []);
    expect(makeTables(solver, [...raw].reverse(), []).tables).toEqual(once.tables);
  });

  test("is refused by the audit as soon as what protects another figure is published too", () => {
    const counts = countsOf([3, 20, 30, 40]);
    const published = choosePublished(solver, [], [layout], counts);
    expect(unkeptIn({ layouts: [layout], counts, published })).toEqual([]);
    const protecting = keys.filter((key) => !published.has(key) && !isSmall(counts[key] ?? 0));
    expect(protecting.length).toBeGreaterThan(0);
    const careless = new Set([...published, ...protecting]);
    expect(unkeptIn({ layouts: [layout], counts, published: careless })).toEqual(["grid|column=x|row=a"]);
  });

  test("of a whole year is refused where only what is small itself was withheld", () => {
    for (const seed of [1, 2, 3]) {
      const { layouts, counts } = countFigures(generateYear(400, seed));
      const cells = layouts.flatMap((one) => one.cells);
      const published = new Set(cells.map(({ key }) => key).filter((key) => !isSmall(counts[key] ?? 0)));
      expect(findUnkept(solver, knowledgeOf([{ layouts, counts, published }])).length).toBeGreaterThan(0);
    }
  });

  test("of a year of 103 cases and of 1,000 is a share that is reported", () => {
    for (const cases of [103, 1000]) {
      const shares = [1, 2, 3].map((seed) =>
        shareOf(makeTables(solver, generateYear(cases, seed), []).tables),
      );
      for (const { cells, published } of shares) expect(published).toBeGreaterThan(cells * 0.2);
      if (process.env.STATISTICS_REPORT)
        process.stderr.write(
          `${cases} cases: ${shares.map(({ cells, published }) => `${published} of ${cells} cells`).join(", ")}\n`,
        );
    }
  });
});
