import { concepts } from "./concepts.ts";

/** How many words may stand between two that follow each other. */
const gap = 2;
/** How many words the parts of a sign may stand apart. */
const usualReach = 8;

/** Parts that follow each other. */
export interface Phrase {
  parts: readonly number[];
  /** Before each but the first: how many words may stand between. */
  gaps: readonly number[];
}

export interface Sign {
  phrases: readonly [Phrase, ...Phrase[]];
  reach: number;
  /** Where one of these words stands within it, it is none. */
  harmless: number | undefined;
}

/** Numbers the parts of signs, the same ones once. */
export class Parts {
  readonly forms: string[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(written: string): number {
    const forms = written
      .split("|")
      .map((form) => concepts[form] ?? form)
      .join(" ");
    const known = this.numbers.get(forms);
    if (known !== undefined) return known;
    this.numbers.set(forms, this.forms.length);
    return this.forms.push(forms) - 1;
  }
}

/**
 * `a b & c|D <12 -e`: `a`, then `b` at most two words later (`a + b`: at once), and near them in whatever order `c` or
 * one of the words of the concept D, at most twelve words from the beginning of `a`, and no `e` between the first and
 * the last of them. What stands before or after a sign never takes it away.
 */
export function signOf(written: string, parts: Parts): Sign {
  const [, body = "", reach, harmless] = /^([^<-]+?)(?: <(\d+))?(?: -(\S+))?$/.exec(written) ?? [];
  const [first, ...others] = body.split(" & ").map((phrase) => phraseOf(phrase, parts));
  if (!first) throw new Error(`No sign: ${written}`);
  return {
    phrases: [first, ...others],
    reach: reach ? Number(reach) : usualReach,
    harmless: harmless ? parts.numberOf(harmless) : undefined,
  };
}

function phraseOf(written: string, parts: Parts): Phrase {
  const numbers: number[] = [];
  const gaps: number[] = [];
  let next = 0;
  for (const word of written.split(" ")) {
    if (word === "+") {
      next = 0;
      continue;
    }
    if (numbers.length > 0) gaps.push(next);
    numbers.push(parts.numberOf(word));
    next = gap;
  }
  return { parts: numbers, gaps };
}
