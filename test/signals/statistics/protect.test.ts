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
import { canBe, canSumBe } from "./attacker.ts";
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

const categories = ["a", "b", "c", "d"];
const line = layOut({ name: "line", population: "line", dimensions: [{ name: "end", levels: [] }] }, [
  categories,
]);
const lineOf = (parts: readonly number[]): Record<string, number> => ({
  line: parts.reduce((sum, part) => sum + part, 0),
  ...Object.fromEntries(categories.map((category, place) => [`line|end=${category}`, parts[place] ?? 0])),
});
const sums = [0b0011, 0b0101, 0b1001, 0b0110, 0b1010, 0b1100, 0b0111, 0b1011, 0b1101, 0b1110].map((set) =>
  [0, 1, 2, 3].filter((place) => set & (1 << place)),
);
const smallSums = (parts: readonly number[]) =>
  sums.filter((places) => isSmall(places.reduce((sum, place) => sum + (parts[place] ?? 0), 0)));
const part = fc.oneof(fc.nat(9), fc.nat(9), fc.integer({ min: 10, max: 40 }));

describe("the sum of figures that are withheld", () => {
  test("of less than ten is not what the others leave of a total", () => {
    const counts = lineOf([91, 5, 4, 0]);
    const published = new Set(["line", "line|end=a", "line|end=d"]);
    const stage = { layouts: [line], counts, published };
    expect(
      findUnkept(solver, knowledgeOf([stage])).map(({ terms }) => terms.map(([name]) => name)),
    ).toContainEqual(["line|end=b # 5", "line|end=c # 4"]);
    expect(choosePublished(solver, [], [line], counts)).not.toContain("line|end=a");
  });

  test("is told by nothing that is published, to whoever tries every table", () => {
    fc.assert(
      fc.property(fc.tuple(part, part, part, part), (parts) => {
        const published = choosePublished(solver, [], [line], lineOf(parts));
        if (!published.has("line")) return;
        const told = new Set(
          categories.flatMap((one, place) => (published.has(`line|end=${one}`) ? [place] : [])),
        );
        for (const places of smallSums(parts)) {
          // Zeros that are told add nothing.
          const asked = places.filter((place) => (parts[place] ?? 0) > 0);
          expect(canSumBe(parts, told, asked), `${places}`).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("is found by the audit wherever that attacker finds it, of whatever is published", () => {
    fc.assert(
      fc.property(fc.tuple(part, part, part, part), fc.subarray([0, 1, 2, 3]), (parts, told) => {
        const published = new Set(["line", ...told.map((place) => `line|end=${categories[place]}`)]);
        const unkept = findUnkept(
          solver,
          knowledgeOf([{ layouts: [line], counts: lineOf(parts), published }]),
        );
        const found = unkept
          .filter(({ terms }) => terms.length > 1)
          .map(({ terms }) => terms.map(([name]) => name[9]).join(""));
        const computed = smallSums(parts)
          .filter((places) => places.every((place) => (parts[place] ?? 0) > 0))
          .filter((places) => parts.some((one, place) => one > 0 && !places.includes(place)))
          .filter((places) => !canSumBe(parts, new Set(told), places))
          .map((places) => places.map((place) => categories[place]).join(""));
        // The audit may know more: that what is withheld is not zero.
        expect(found).toEqual(expect.arrayContaining(computed));
      }),
      { numRuns: 60 },
    );
  });

  test("in neither of two categories is not left of the margins", () => {
    const counts = countsOf([40, 30, 20, 4]);
    expect(choosePublished(solver, [], [layout], counts)).not.toContain("grid|column=y|row=b");
    const wide = layOut(grid, [
      ["a", "b", "c"],
      ["x", "y"],
    ]);
    const cells = { a: { x: 40, y: 30 }, b: { x: 20, y: 5 }, c: { x: 30, y: 4 } };
    const all: Record<string, number> = {};
    for (const [row, own] of Object.entries(cells))
      for (const [column, value] of Object.entries(own))
        for (const key of [
          `grid|column=${column}|row=${row}`,
          `grid|row=${row}`,
          `grid|column=${column}`,
          "grid",
        ])
          all[key] = (all[key] ?? 0) + value;
    const chosen = choosePublished(solver, [], [wide], all);
    expect(["grid|column=y", "grid|column=y|row=a"].every((key) => chosen.has(key))).toBe(false);
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
