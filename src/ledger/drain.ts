import type { Database } from "../platform/context.ts";
import { LedgerFault } from "./fault.ts";
import type { LedgerKeys } from "./keys.ts";
import { readHead, type Span, writeSegment } from "./segment.ts";
import { listOpenSegments, listTexts, markSegment, sealSome } from "./store.ts";
import { nameOf, type Target } from "./target/target.ts";

export interface Keeping {
  db: Database;
  target: Target;
  keys: LedgerKeys;
}

/**
 * Brings all that was committed before to the target, in order. Any number of instances may do it at once: the database
 * numbers one at a time, and of one segment they all write the same bytes.
 */
export async function drain({ db, target, keys }: Keeping): Promise<void> {
  for (let sealed = 1; sealed > 0; ) {
    sealed = await sealSome(db);
    for (let open = await listOpenSegments(db); open.length > 0; open = await listOpenSegments(db))
      for (const segment of open) await keepSegment({ db, target, keys }, segment);
  }
}

async function keepSegment({ db, target, keys }: Keeping, segment: Span): Promise<void> {
  const name = nameOf(segment.first);
  const content = await writeSegment(keys, segment, await listTexts(db, segment.first));
  if ((await target.create(name, content)) === "there") {
    const standing = await target.read(name);
    if (!standing) throw new LedgerFault("incomplete", `line ${segment.first} is only just being written`);
    if (readHead(keys, segment.first, standing).hash !== segment.hash)
      throw new LedgerFault(
        "other-history",
        `line ${segment.first} of the ledger is another's: this database was restored, or two of them go on from one`,
      );
  }
  await markSegment(db, segment.first, true);
}
