import { createHash } from "node:crypto";
import type { Checkpoint } from "../checkpoints/checkpoint.ts";
import type { SealedEntry } from "./sealed.ts";

/** The first thing that is wrong with a chain. */
export interface Break {
  /** The number of the entry at which it shows. */
  number: number;
  what: string;
}

export interface VerifiedChain {
  chain: string;
  entries: number;
  /** The first and the last entry's numbers; 0 of an empty chain. */
  first: number;
  last: number;
  /** The last entry's hash. */
  hash: string;
  break?: Break;
}

/** What a chain is compared with besides itself. */
interface Known {
  chain: string;
  checkpoints: readonly Checkpoint[];
  /** Before when a beginning may have been let go of. */
  removableBefore: Date;
}

const whatIs = {
  changed:
    "is not what was sealed: it, its place or what stands before it was changed, swapped, put in or taken out",
  missing: "is missing",
  twice: "is there twice",
  unlike: "has another hash than a checkpoint says: the chain was rewritten up to there",
  cut: "is missing, and a checkpoint says that there was one: the end was cut off",
  headless: "is the first, and no checkpoint says what stood before it",
  early: "is the first, and what stood before it was too young to be let go of",
  untold: "is the first, and no entry tells that what stood before it was let go of",
} as const;

/** Hashes a chain anew, entry by entry, and compares it with itself and with what was said of it before. */
export class ChainVerifier {
  readonly #known: Known;
  readonly #bySeq: ReadonlyMap<number, readonly Checkpoint[]>;
  #result: VerifiedChain;
  /** The checkpoint before the first entry, until an entry tells of the removal. */
  #untold: Checkpoint | undefined;

  constructor(known: Known) {
    this.#known = known;
    this.#bySeq = Map.groupBy(known.checkpoints, ({ seq }) => seq);
    this.#result = { chain: known.chain, entries: 0, first: 0, last: 0, hash: "" };
  }

  /** Whether there is any use in going on. */
  add(entries: readonly SealedEntry[]): boolean {
    for (const entry of entries) {
      const found = this.#result.entries === 0 ? this.#begin(entry) : undefined;
      const broken = found ?? this.#follow(entry);
      if (broken) {
        this.#result.break = broken;
        return false;
      }
    }
    return true;
  }

  end(): VerifiedChain {
    const { last, first } = this.#result;
    if (!this.#result.break && this.#untold) this.#result.break = { number: first, what: whatIs.untold };
    const cut = this.#known.checkpoints.filter(({ seq }) => seq > last).map(({ seq }) => seq);
    if (!this.#result.break && cut.length > 0) this.#result.break = { number: last + 1, what: whatIs.cut };
    return this.#result;
  }

  #begin(entry: SealedEntry): Break | undefined {
    const number = Number(entry.seq);
    this.#result.first = number;
    this.#result.last = number - 1;
    if (number <= 1) {
      this.#result.last = 0;
      return undefined;
    }
    const before = this.#bySeq.get(number - 1)?.[0];
    if (!before) return { number, what: whatIs.headless };
    if (before.latestAt >= this.#known.removableBefore) return { number, what: whatIs.early };
    this.#result.hash = before.hash;
    this.#untold = before;
    return undefined;
  }

  #follow(entry: SealedEntry): Break | undefined {
    const number = Number(entry.seq);
    const expected = this.#result.last + 1;
    if (number > expected) return { number: expected, what: whatIs.missing };
    if (number < expected) return { number, what: whatIs.twice };
    const hash = createHash("sha256")
      .update(Buffer.from(this.#result.hash, "hex"))
      .update(entry.text)
      .digest("hex");
    if (hash !== entry.hash) return { number, what: whatIs.changed };
    const said = this.#bySeq.get(number) ?? [];
    if (said.some((checkpoint) => checkpoint.hash !== hash)) return { number, what: whatIs.unlike };
    if (this.#untold && entry.removedUntil === this.#untold.id) this.#untold = undefined;
    this.#result.hash = hash;
    this.#result.last = number;
    this.#result.entries++;
    return undefined;
  }
}
