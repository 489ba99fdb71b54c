import { type Features, featuresOf, pairOf } from "./features.ts";
import { wordsIn } from "./fold.ts";
import { heaviestOf } from "./stretch.ts";
import { weights } from "./weights.ts";

/** What the heaviest stretch of a text weighs, in the whole numbers of the table. */
export function heaviest(text: string): number {
  table ??= tableOf(weights);
  const known = new Map<string, { features: Features; weight: number }>();
  const words: number[] = [];
  const pairs: number[] = [];
  let before: Features | undefined;
  for (const word of wordsIn(text)) {
    const { features, weight } = known.get(word) ?? weighed(word, table);
    known.set(word, { features, weight });
    words.push(weight);
    pairs.push(before ? (table.get(pairOf(before, features)) ?? 0) : 0);
    before = features;
  }
  return heaviestOf(words, pairs).weight;
}

function weighed(word: string, of: ReadonlyMap<string, number>) {
  const features = featuresOf(word);
  return { features, weight: features.all.reduce((sum, feature) => sum + (of.get(feature) ?? 0), 0) };
}

let table: ReadonlyMap<string, number> | undefined;

const tableOf = (byWeight: readonly string[]): ReadonlyMap<string, number> =>
  new Map(
    byWeight.flatMap((row) => {
      const [weight, ...features] = row.split(" ");
      return features.map((feature): [string, number] => [feature, Number(weight)]);
    }),
  );
