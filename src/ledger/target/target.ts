/** Where the ledger is kept, beside the backups: whole objects by name, made once and never changed. */
export interface Target {
  /** What it is called in a fault: no secret. */
  place: string;
  /** Every name in order, or those after `after`. */
  list(after?: string): Promise<string[]>;
  read(name: string): Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Makes an object whole and lasting, or leaves the one that is there: of two at once one makes it. */
  create(name: string, content: Uint8Array<ArrayBuffer>): Promise<"created" | "there">;
  remove(name: string): Promise<void>;
}

const digits = 16;

/** The name of the segment that begins with the entry of this number: names sort as numbers do. */
export const nameOf = (first: number): string => `${String(first).padStart(digits, "0")}.ledger`;

/** The number that a segment's name says; undefined where it is the name of something else. */
export function firstOf(name: string): number | undefined {
  const [, number] = /^(\d{16})\.ledger$/.exec(name) ?? [];
  return number === undefined ? undefined : Number(number);
}
