import { asc, desc, eq, gt, isNotNull, sql } from "drizzle-orm";
import type { Database } from "../platform/context.ts";
import type { Entry } from "./kinds.ts";
import type { Base, ReadSegment } from "./read-on.ts";
import { ledgerEntries, ledgerSegments } from "./schema.ts";
import { hexOf } from "./segment.ts";

/** The last segment of which the database knows that it is at the target. Asked as its owner, as all here is. */
export async function findBase(db: Database): Promise<Base | undefined> {
  const [last] = await db
    .select()
    .from(ledgerSegments)
    .where(isNotNull(ledgerSegments.keptAt))
    .orderBy(desc(ledgerSegments.first))
    .limit(1);
  return last && { first: last.first, last: last.last, hash: hexOf(last.hash) };
}

/**
 * Takes the target's lines into the database, as not applied yet. What it numbered itself after the backup gives way,
 * and is numbered anew behind them.
 */
export async function takeIn(
  db: Database,
  base: Base | undefined,
  segments: readonly ReadSegment[],
): Promise<void> {
  if (segments.length === 0) return;
  await db.transaction(async (tx) => {
    const own = gt(ledgerSegments.first, base?.first ?? 0);
    await tx
      .update(ledgerEntries)
      .set({ seq: null, segment: null })
      .where(gt(ledgerEntries.segment, base?.first ?? 0));
    await tx.delete(ledgerSegments).where(own);
    for (const segment of segments) await takeSegment(tx, segment);
  });
}

async function takeSegment(tx: Database, { first, last, before, hash, entries }: ReadSegment): Promise<void> {
  const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, "hex"));
  const now = sql`now()`;
  await tx.insert(ledgerSegments).values({
    ...{ first, last, before: bytes(before), hash: bytes(hash) },
    ...{ sealedAt: now as never, keptAt: now as never, applied: false },
  });
  const rows = entries.map(({ number, codes, ...entry }) => ({
    ...entry,
    ...{ codes: [...codes], seq: number, segment: first },
  }));
  await tx
    .insert(ledgerEntries)
    .values(rows)
    .onConflictDoUpdate({
      target: ledgerEntries.id,
      set: { seq: sql`excluded.seq`, segment: sql`excluded.segment` },
    });
}

/** The entries that are still to be applied, in order. */
export async function listPending(db: Database): Promise<Entry[]> {
  const found = await db
    .select({ entry: ledgerEntries })
    .from(ledgerEntries)
    .innerJoin(ledgerSegments, eq(ledgerSegments.first, ledgerEntries.segment))
    .where(eq(ledgerSegments.applied, false))
    .orderBy(asc(ledgerEntries.seq));
  return found.map(({ entry: { seq, position: _, segment: __, ...entry } }) => ({
    ...entry,
    number: seq ?? 0,
  }));
}

export async function markApplied(db: Database): Promise<void> {
  await db.update(ledgerSegments).set({ applied: true }).where(eq(ledgerSegments.applied, false));
}
