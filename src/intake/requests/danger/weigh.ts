import { fields } from "./fields.ts";
import { wordsIn } from "./fold.ts";
import { Lexicon } from "./lexicon.ts";

/** So many words may stand between the first and the last that are weighed together. */
const reach = 30;

/** The most that the words of any stretch of a text weigh together, each field counted once. */
export function heaviest(text: string): number {
  fieldWords ??= new Lexicon(fields.map(({ words }) => words));
  const lexicon = fieldWords;
  const last = fields.map(() => Number.NEGATIVE_INFINITY);
  const known = new Map<string, readonly number[]>();
  let most = 0;
  for (const [place, word] of wordsIn(text).entries()) {
    const meant = known.get(word) ?? lexicon.partsOf(word);
    known.set(word, meant);
    if (meant.length === 0) continue;
    for (const field of meant) last[field] = place;
    const weight = fields.reduce(
      (sum, field, at) => ((last[at] ?? 0) > place - reach ? sum + field.weight : sum),
      0,
    );
    most = Math.max(most, weight);
  }
  return most;
}

let fieldWords: Lexicon | undefined;
