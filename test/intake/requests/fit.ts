import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { featuresOf, pairOf } from "../../../src/intake/requests/danger/features.ts";
import { wordsIn } from "../../../src/intake/requests/danger/fold.ts";
import { urgencyOfSigns } from "../../../src/intake/requests/danger/hear-signs.ts";
import { heaviestOf } from "../../../src/intake/requests/danger/stretch.ts";
import { fileOf, type Sentence } from "./judge.ts";

/*
 * Makes the table of weights from the judged sentences: node test/intake/requests/fit.ts. The same sentences and the
 * same code make the same table. It takes some seconds.
 *
 * A sentence counts as its heaviest stretch does: where somebody is in danger it is made heavier, in a harmless sentence
 * lighter, until a harmless one has no stretch left that weighs much (logistic loss, AdaGrad).
 */

const parts = ["training-a", "training-b", "training-c", "open", "set-aside", "own"] as const;
const settings = { rounds: 15, rate: 0.05, decay: 0.3, scale: 100, kept: 16_000 };
/** How many of the harmless sentences of a writer whom the table does not know may be called acute, or urgent at least. */
const called = { acute: 0.09, urgent: 0.26 };

interface Example {
  part: string;
  sentence: Sentence;
  /** By place: numbers of features. */
  words: number[][];
  pairs: number[][];
}

class Numbering {
  readonly names: string[] = [];
  private readonly numbers = new Map<string, number>();
  readonly numberOf = (name: string): number => {
    const known = this.numbers.get(name) ?? this.names.push(name) - 1;
    this.numbers.set(name, known);
    return known;
  };
}

function exampleOf(part: string, sentence: Sentence, { numberOf }: Numbering): Example {
  const heard = wordsIn(sentence.text).map(featuresOf);
  return {
    part,
    sentence,
    words: heard.map(({ all }) => all.map(numberOf)),
    pairs: heard.map((next, at) => {
      const before = heard[at - 1];
      return before ? [numberOf(pairOf(before, next))] : [];
    }),
  };
}

const weigh = (places: readonly number[][], weights: Float64Array) =>
  places.map((features) => features.reduce((sum, feature) => sum + (weights[feature] ?? 0), 0));

const heaviestIn = ({ words, pairs }: Example, weights: Float64Array) =>
  heaviestOf(weigh(words, weights), weigh(pairs, weights));

/** Whole numbers from 0 to below a bound, the same ones each time. */
function chance(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

/** Sentences that are urgent only teach nothing: they lie between. */
function fitted(examples: readonly Example[], features: number): Float64Array {
  const taught = examples.filter(({ sentence }) => sentence.expected !== "urgent");
  const weights = new Float64Array(features);
  const steps = new Float64Array(features).fill(1e-8);
  const rarity = new Float64Array(features);
  for (const { words, pairs } of taught)
    for (const feature of new Set([...words, ...pairs].flat())) rarity[feature] = (rarity[feature] ?? 0) + 1;
  const bias = { weight: 0, steps: 1e-8 };
  const below = chance(5);
  for (let round = 0; round < settings.rounds; round++) {
    for (let at = taught.length - 1; at > 0; at--) {
      const other = below(at + 1);
      [taught[at], taught[other]] = [taught[other] as Example, taught[at] as Example];
    }
    for (const example of taught) {
      const isAcute = example.sentence.expected === "acute";
      const found = heaviestIn(example, weights);
      const { start, end } = found.weight === 0 && isAcute ? { start: 0, end: example.words.length } : found;
      const error = 1 / (1 + Math.exp(-found.weight - bias.weight)) - (isAcute ? 1 : 0);
      bias.steps += error * error;
      bias.weight -= (settings.rate * error) / Math.sqrt(bias.steps);
      const inStretch = [...example.words.slice(start, end), ...example.pairs.slice(start + 1, end)].flat();
      for (const feature of inStretch) {
        const weight = weights[feature] ?? 0;
        const slope = error + (settings.decay * weight) / (rarity[feature] ?? 1);
        const sum = (steps[feature] ?? 0) + slope * slope;
        steps[feature] = sum;
        weights[feature] = weight - (settings.rate * slope) / Math.sqrt(sum);
      }
    }
  }
  return rounded(weights);
}

/** Whole numbers are added without error, in whatever order; the smallest are left out. */
function rounded(weights: Float64Array): Float64Array {
  const whole = weights.map((weight) => Math.round(weight * settings.scale));
  const smallest = whole.map(Math.abs).sort().at(-settings.kept) ?? 0;
  return whole.map((weight) => (Math.abs(weight) < smallest ? 0 : weight));
}

interface Scored {
  example: Example;
  weight: number;
}

/** What each sentence weighs by a table that was made without its writer. */
function weighedByOthers(examples: readonly Example[], features: number): Scored[] {
  const writers = [["training-a"], ["training-b"], ["open", "set-aside"]];
  return writers.flatMap((left) => {
    const weights = fitted(
      examples.filter(({ part }) => !left.includes(part)),
      features,
    );
    return examples
      .filter(({ part }) => left.includes(part))
      .map((example) => ({ example, weight: heaviestIn(example, weights).weight }));
  });
}

const of = (level: Sentence["expected"], scored: readonly Scored[]) =>
  scored.filter(({ example }) => example.sentence.expected === level);

/** A sentence with an acute sign weighs more than any limit. */
const withSigns = (scored: readonly Scored[]): Scored[] =>
  scored.map(({ example, weight }) => {
    const isSign = urgencyOfSigns(example.sentence.text) === "acute";
    return { example, weight: isSign ? Number.POSITIVE_INFINITY : weight };
  });

function limitFor(share: number, scored: readonly Scored[]): number {
  const harmless = of("neither", scored)
    .map(({ weight }) => weight)
    .sort((one, other) => other - one);
  return (harmless[Math.floor(share * harmless.length)] ?? 0) + 1;
}

/** What share of each level reaches a limit. */
const reached = (limit: number, scored: readonly Scored[]): string =>
  (["acute", "urgent", "neither"] as const)
    .map((level) => {
      const sentences = of(level, scored);
      const count = sentences.filter(({ weight }) => weight >= limit).length;
      return `${level} ${((100 * count) / sentences.length).toFixed(1)} %`;
    })
    .join(", ");

const numbering = new Numbering();
const examples = parts.flatMap((part) =>
  (JSON.parse(readFileSync(fileOf(part), "utf8")) as Sentence[]).map((sentence) =>
    exampleOf(part, sentence, numbering),
  ),
);
const scored = withSigns(weighedByOthers(examples, numbering.names.length));
const heavy = { acute: limitFor(called.acute, scored), urgent: limitFor(called.urgent, scored) };
for (const [name, limit] of [
  ...Object.entries(heavy),
  ...[0.1, 0.2].map((share): [string, number] => [`${share} of harmless`, limitFor(share, scored)]),
])
  for (const part of [undefined, "training-a", "training-b", "open", "set-aside"])
    process.stdout.write(
      `${name} from ${limit}, ${part ?? "all"}: ${reached(
        limit,
        scored.filter(({ example }) => part === undefined || example.part === part),
      )}\n`,
    );

const weights = fitted(examples, numbering.names.length);
const byWeight = Map.groupBy(numbering.names.keys(), (feature) => weights[feature] ?? 0);
byWeight.delete(0);
const rows = [...byWeight]
  .sort(([one], [other]) => one - other)
  .map(([weight, features]) => {
    const names = features.map((feature) => numbering.names[feature]).sort();
    return `  ${JSON.stringify([weight, ...names].join(" "))},`;
  });
writeFileSync(
  join(import.meta.dirname, "../../../src/intake/requests/danger/weights.ts"),
  `/** Made by test/intake/requests/fit.ts from the judged sentences beside it; not to be changed by hand. */

/** From which weight on a text is called what. */
export const heavy = { acute: ${heavy.acute}, urgent: ${heavy.urgent} };

/** A weight, and the words, beginnings (\`*\`), subjects (in capitals) and pairs (\`_\`) that weigh so much. */
export const weights: readonly string[] = [
${rows.join("\n")}
];
`,
);
