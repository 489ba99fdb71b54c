import { findUnkept, noWitnesses } from "./audit.ts";
import type { Layout } from "./figures.ts";
import { fewestTold, isSmall, type Knowledge, knowledgeOf, named, type Stage } from "./knowledge.ts";
import type { Solver } from "./solver.ts";

/** A figure that may be withheld, and how little is lost by it: cells go before margins, small ones before large. */
interface Candidate {
  key: string;
  margins: number;
  value: number;
}

/**
 * Which figures to publish, after those of the year's earlier releases. First what is small goes, then what small ones
 * could be computed from at once, then, guard by guard, what the solver still computes them from. The same counts give
 * the same choice.
 */
export function choosePublished(
  solver: Solver,
  earlier: readonly Stage[],
  layouts: readonly Layout[],
  counts: Stage["counts"],
): ReadonlySet<string> {
  const candidates = listCandidates(layouts, counts);
  const published = new Set(
    layouts.flatMap(({ cells }) => cells.map(({ key }) => key)).filter((key) => !isSmall(counts[key] ?? 0)),
  );
  const knowledge = () => knowledgeOf([...earlier, { layouts, counts, published }]);
  const withhold = ({ key }: Candidate) => published.delete(key);
  const open = () => candidates.filter(({ key }) => published.has(key));
  withholdChanges(earlier, counts, published);
  completeRelations(knowledge, open, withhold);

  const witnesses = noWitnesses();
  for (const guard of knowledge().guards)
    while (findUnkept(solver, knowledge(), [guard], witnesses).length > 0) {
      const next = nextFor(
        guard.terms.map(([name]) => name),
        knowledge(),
        open(),
        counts,
      );
      // The audit says that the guard is not kept.
      if (!next) break;
      withhold(next);
      completeRelations(knowledge, open, withhold);
    }
  return published;
}

function listCandidates(layouts: readonly Layout[], counts: Stage["counts"]): Candidate[] {
  const all = new Map<string, Candidate>();
  for (const { cells } of layouts)
    for (const { key, margins, impossible } of cells)
      if (!impossible) all.set(key, { key, margins, value: counts[key] ?? 0 });
  const zeroLast = ({ value }: Candidate) => (value === 0 ? Number.MAX_SAFE_INTEGER : value);
  return [...all.values()].sort(
    (one, other) =>
      one.margins - other.margins || zeroLast(one) - zeroLast(other) || (one.key < other.key ? -1 : 1),
  );
}

/** A figure that was published, and now differs by 1 to 9, is not published again. */
function withholdChanges(earlier: readonly Stage[], counts: Stage["counts"], published: Set<string>): void {
  for (const stage of earlier)
    for (const key of stage.published)
      if (isSmall(Math.abs((counts[key] ?? 0) - (stage.counts[key] ?? 0)))) published.delete(key);
}

/**
 * A guarded figure alone in an equation, or beside others that leave it no room between 1 and 9, takes the cheapest
 * figure of that equation with it, until none does.
 */
function completeRelations(
  knowledge: () => Knowledge,
  open: () => Candidate[],
  withhold: (candidate: Candidate) => void,
): void {
  for (let changed = true; changed; ) {
    changed = false;
    const known = knowledge();
    const guarded = new Set(
      known.guards.flatMap(({ terms }) => (terms[0] && terms.length === 1 ? [terms[0][0]] : [])),
    );
    for (const relation of known.relations) {
      if (
        relation.is !== "zero" ||
        !relation.terms.some(([name]) => guarded.has(name) && isTight(relation, name, known))
      )
        continue;
      const names = new Set(relation.terms.map(([name]) => name));
      const next = open().find(({ key, value }) => names.has(named(key, value)));
      if (!next) continue;
      withhold(next);
      changed = true;
      break;
    }
  }
}

/** Whether the other withheld figures of an equation leave a guarded one no room up to 9 or down to 1. */
function isTight({ terms }: Knowledge["relations"][number], name: string, known: Knowledge): boolean {
  const own = terms.find(([other]) => other === name);
  const value = known.values.get(name) ?? 0;
  if (!own || known.published.has(name)) return false;
  let [up, down] = [0, 0];
  for (const [other, factor] of terms) {
    if (other === name || known.published.has(other)) continue;
    const current = known.values.get(other) ?? 0;
    const spare = Math.max(current - 1, 0);
    // On its own side another one makes room upwards by shrinking, on the other side by growing.
    if (factor === own[1]) [up, down] = [up + spare, Number.POSITIVE_INFINITY];
    else [up, down] = [Number.POSITIVE_INFINITY, down + spare];
  }
  return up < fewestTold - 1 - value || down < value - 1;
}

/** The cheapest figure in an equation with the guard's; else in one with any unknown; else any. */
function nextFor(
  guarded: readonly string[],
  { relations, published }: Knowledge,
  open: readonly Candidate[],
  counts: Stage["counts"],
): Candidate | undefined {
  const nameOf = ({ key }: Candidate) => named(key, counts[key] ?? 0);
  let reached = new Set(guarded);
  for (let before = 0; reached.size > before; ) {
    before = reached.size;
    const near = new Set(
      relations
        .filter(({ terms }) => terms.some(([name]) => reached.has(name)))
        .flatMap(({ terms }) => terms.map(([name]) => name)),
    );
    const found = open.find((candidate) => near.has(nameOf(candidate)) || reached.has(nameOf(candidate)));
    if (found) return found;
    reached = new Set([...reached, ...[...near].filter((name) => !published.has(name) || near.has(name))]);
  }
  return open[0];
}
