import type { Keeping } from "./drain.ts";
import { LedgerFault } from "./fault.ts";
import type { Base } from "./read-on.ts";
import { readHead } from "./segment.ts";
import { findHead, listKeptSegments, markSegment } from "./store.ts";
import { firstOf, nameOf } from "./target/target.ts";

const behind = (line: number) =>
  new LedgerFault(
    "behind",
    `the database does not know line ${line} of the ledger: it was restored from before; run \`handreiking restore\``,
  );

/** Throws a LedgerFault where the database knows less than the ledger, or another history. */
export async function requireKnowing({ db, target, keys }: Keeping): Promise<void> {
  const before = await findHead(db);
  if (before && !before.whole)
    throw new LedgerFault("unfinished", "a restore was not finished: run `handreiking restore` again");
  const names = await target.list(before && nameOf(before.first - 1));
  // Read anew: another instance may have gone on while the target was asked.
  const head = await findHead(db);
  for (const name of names) {
    const first = firstOf(name);
    if (first !== undefined && first > (head?.first ?? 0)) throw behind(first);
  }
  if (before && names.includes(nameOf(before.first))) await requireBase({ db, target, keys }, before);
}

/** Throws where the target's segment of that number is not the database's. One that was let go of is not asked for. */
export async function requireBase({ target, keys }: Keeping, base: Base): Promise<void> {
  const content = await target.read(nameOf(base.first));
  if (content && readHead(keys, base.first, content).hash !== base.hash)
    throw new LedgerFault("other-history", `line ${base.last} of the ledger is not the database's`);
}

/** Finds what the target has lost of what it was given, so that the next drain gives it again; answers how much. */
export async function findLost({ db, target }: Keeping): Promise<number> {
  const given = await listKeptSegments(db);
  if (given.length === 0) return 0;
  const standing = new Set(await target.list());
  const lost = given.filter((first) => !standing.has(nameOf(first)));
  for (const first of lost) await markSegment(db, first, false);
  return lost.length;
}
