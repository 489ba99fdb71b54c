/** More than any small figure of these tables can be shifted by. */
const most = 22;

const keys = [
  "grid",
  "grid|column=x",
  "grid|column=y",
  "grid|row=a",
  "grid|row=b",
  "grid|column=x|row=a",
  "grid|column=y|row=a",
  "grid|column=x|row=b",
  "grid|column=y|row=b",
];

type Cells = readonly [ax: number, ay: number, bx: number, by: number];

/** The figures of a table of two by two, in the order of their keys. */
const figuresOf = ([ax, ay, bx, by]: Cells): readonly number[] => [
  ax + ay + bx + by,
  ax + bx,
  ay + by,
  ax + ay,
  bx + by,
  ax,
  ay,
  bx,
  by,
];

/**
 * Whether somebody who knows the published figures of a table of two by two has to reckon with a `key` of at most 1,
 * and, knowing besides that no withheld figure but a true zero is zero, with one of at least 9: by trying every table.
 */
export function canBe(cells: Cells, published: ReadonlySet<string>, key: string): boolean {
  const truth = figuresOf(cells);
  const told = keys.flatMap((name, place) => (published.has(name) ? [place] : []));
  const asked = keys.indexOf(key);
  let [low, high] = [false, false];
  for (const other of allTables(cells, published)) {
    const figures = figuresOf(other);
    if (told.some((place) => figures[place] !== truth[place])) continue;
    const value = figures[asked] ?? 0;
    low ||= value <= 1;
    high ||= value >= 9 && truth.every((real, place) => real === 0 || figures[place] !== 0);
    if (low && high) return true;
  }
  return false;
}

function* allTables(cells: Cells, published: ReadonlySet<string>): Generator<Cells> {
  const choices = cells.map((value, place) =>
    published.has(keys[place + 5] ?? "") ? [value] : Array.from({ length: most + 1 }, (_, count) => count),
  );
  const [first = [], second = [], third = [], fourth = []] = choices;
  for (const ax of first)
    for (const ay of second) for (const bx of third) for (const by of fourth) yield [ax, ay, bx, by];
}

/** The same of the sum of some parts (`asked`, by place) of a table of one dimension, of which the total is told. */
export function canSumBe(
  parts: readonly number[],
  told: ReadonlySet<number>,
  asked: readonly number[],
): boolean {
  const total = parts.reduce((sum, part) => sum + part, 0);
  let [low, high] = [false, false];
  const fill = (sofar: readonly number[], left: number): void => {
    const place = sofar.length;
    if (low && high) return;
    if (place === parts.length) {
      if (left > 0) return;
      const sum = asked.reduce((all, at) => all + (sofar[at] ?? 0), 0);
      low ||= sum <= 1;
      high ||= sum >= 9 && parts.every((real, at) => real === 0 || sofar[at] !== 0);
      return;
    }
    const real = parts[place] ?? 0;
    if (told.has(place)) fill([...sofar, real], left - real);
    else for (let other = 0; other <= left; other++) fill([...sofar, other], left - other);
  };
  fill([], total);
  return low && high;
}
