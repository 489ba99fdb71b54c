import { readEntry } from "./entry.ts";
import { LedgerFault } from "./fault.ts";
import type { LedgerKeys } from "./keys.ts";
import type { Entry } from "./kinds.ts";
import { readSegment, type Span } from "./segment.ts";
import { firstOf, nameOf, type Target } from "./target/target.ts";

export interface ReadSegment extends Span {
  entries: Entry[];
}

/** Where a database's own ledger ends: its last segment that is at the target. */
export type Base = Pick<Span, "first" | "last" | "hash">;

/**
 * All that the target holds after `base`, from the beginning without one; every line in its place, or a LedgerFault that
 * tells the number of the first that is not.
 */
export async function readOn(target: Target, keys: LedgerKeys, base?: Base): Promise<ReadSegment[]> {
  const read: ReadSegment[] = [];
  let stands: Pick<Span, "last" | "hash"> = base ?? { last: 0, hash: "" };
  for (const name of await target.list(base && nameOf(base.first))) {
    const first = firstOf(name);
    if (first === undefined) continue;
    if (first > stands.last + 1) throw new LedgerFault("incomplete", `line ${stands.last + 1} is missing`);
    const segment = await readNamed(target, keys, name, first);
    if (first < stands.last + 1)
      throw new LedgerFault("not-authentic", `line ${first} stands twice or out of order`);
    if (segment.before !== stands.hash)
      throw new LedgerFault("other-history", `line ${first} does not follow on line ${stands.last}`);
    read.push(segment);
    stands = segment;
  }
  return read;
}

async function readNamed(
  target: Target,
  keys: LedgerKeys,
  name: string,
  first: number,
): Promise<ReadSegment> {
  const content = await target.read(name);
  if (!content) throw new LedgerFault("incomplete", `line ${first} is missing`);
  const { texts, ...span } = await readSegment(keys, first, content);
  return { ...span, entries: texts.map((text, index) => readEntry(text, first + index)) };
}

/**
 * The target's own lines from the oldest that is kept: what a check asks for that knows no database. Throws a
 * LedgerFault as `readOn` does.
 */
export async function readAll(target: Target, keys: LedgerKeys): Promise<ReadSegment[]> {
  const [oldest] = await target.list();
  const first = oldest === undefined ? undefined : firstOf(oldest);
  if (oldest === undefined || first === undefined || first === 1) return readOn(target, keys);
  const beginning = await readNamed(target, keys, oldest, first);
  return [beginning, ...(await readOn(target, keys, beginning))];
}
