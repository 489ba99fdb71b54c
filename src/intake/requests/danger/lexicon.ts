import { differByOne, sound, soundsOf, withSingleVowels } from "./fold.ts";

/** From how many letters on one typing error is forgiven. */
const forgivenFrom = 7;
/** Words that were typed apart are looked for from this length on. */
export const joinedFrom = 6;

type Parts = readonly number[];

/**
 * Which of the numbered parts a word is meant by. A part is forms with spaces between: `*` for whatever follows, `=`
 * where no typing error is forgiven, `#` for any number. Looking a word up takes time by its own length only.
 */
export class Lexicon {
  private readonly wholes = new Map<string, number[]>();
  private readonly stems = new Map<string, number[]>();
  private readonly misspelled = new Map<string, { stem: string; open: boolean; part: number }[]>();
  private readonly numbers: number[] = [];
  private longestStem = 0;
  /** How long what was typed may be, where a stem is a letter longer, or shorter, or as long. */
  private readonly forgivenLengths = new Set<number>();

  constructor(parts: readonly string[]) {
    for (const [part, forms] of parts.entries())
      for (const form of forms.split(" ")) if (form) this.learn(form, part);
  }

  /** In no order, none twice. A word that was put together from two is taken as it is. */
  partsOf(word: string, isJoined = false): Parts {
    if (/^\d{1,3}$/.test(word)) return [...this.numbers, ...(this.wholes.get(word) ?? [])];
    const found = new Set<number>();
    for (const { whole, begun } of soundsOf(word)) {
      for (const part of this.wholes.get(whole) ?? []) found.add(part);
      for (let length = 2; length <= Math.min(begun.length, this.longestStem); length++)
        for (const part of this.stems.get(begun.slice(0, length)) ?? []) found.add(part);
      if (!isJoined && begun.length >= forgivenFrom - 1) this.forgive(whole, begun, found);
    }
    return [...found];
  }

  private learn(form: string, part: number): void {
    if (form === "#") {
      this.numbers.push(part);
      return;
    }
    const open = form.endsWith("*");
    const exact = form.startsWith("=");
    const { whole, begun } = sound(form.replace(/^=/, "").replace("*", ""));
    const stem = open ? begun : whole;
    add(this.wholes, whole, part);
    if (open) for (const each of new Set([stem, withSingleVowels(stem)])) add(this.stems, each, part);
    if (open) this.longestStem = Math.max(this.longestStem, stem.length);
    if (!exact && open && stem.length >= forgivenFrom)
      for (const other of [-1, 0, 1]) this.forgivenLengths.add(stem.length + other);
    if (!exact && stem.length >= forgivenFrom)
      for (const variant of shortened(stem)) {
        const known = this.misspelled.get(variant) ?? [];
        known.push({ stem, open, part });
        this.misspelled.set(variant, known);
      }
  }

  private forgive(whole: string, begun: string, found: Set<number>): void {
    const consider = (typed: string, isOpen: boolean) => {
      for (const variant of shortened(typed))
        for (const { stem, open, part } of this.misspelled.get(variant) ?? [])
          if (open === isOpen && beginsAlike(typed, stem) && differByOne(typed, stem)) found.add(part);
    };
    consider(whole, false);
    for (const length of this.forgivenLengths)
      if (length <= begun.length) consider(begun.slice(0, length), true);
  }
}

function add(map: Map<string, number[]>, key: string, part: number): void {
  const known = map.get(key) ?? [];
  if (!known.includes(part)) known.push(part);
  map.set(key, known);
}

/** A word and all that it is with one letter less: two that differ by one have one of them in common. */
const shortened = (word: string): string[] => [
  word,
  ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1)),
];

const beginsAlike = (one: string, other: string) =>
  one[0] === other[0] || one[1] === other[1] || one[0] === other[1] || one[1] === other[0];
