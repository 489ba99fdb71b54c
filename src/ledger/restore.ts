import { participants } from "../identity/index.ts";
import { asJob } from "../permissions.ts";
import type { Platform } from "../platform/context.ts";
import { sqlState, transact } from "../platform/database/transact.ts";
import { type Shut, shutDoors } from "./apply/doors.ts";
import { again } from "./apply/index.ts";
import { requireBase } from "./check.ts";
import type { Keeping } from "./drain.ts";
import { LedgerFault } from "./fault.ts";
import { type Entry, lastStates } from "./kinds.ts";
import { readOn } from "./read-on.ts";
import { findBase, listPending, markApplied, takeIn } from "./restore-store.ts";

export interface Restored {
  /** How many lines the database did not know, and the number of the last. */
  lines: { read: number; last: number };
  /** What was taken away again, by the kind of its line. */
  applied: Record<string, number>;
  /** Lines of what the database knew already, does not hold, or was undone since. */
  unchanged: number;
  /** Lines that could not be applied, with the reason as the database's code. */
  failed: { line: number; kind: string; reason: string }[];
  shut: Shut;
}

export interface RestoreOptions {
  /** The number of a line that the ledger must reach. */
  through?: number | undefined;
  /** Lines that are left out knowingly. */
  without?: readonly number[];
}

/**
 * Applies to a restored database what was taken away after its backup, and shuts its doors. All lines are read and
 * verified before anything is changed. `platform`: with the database's owner. Again changes nothing.
 */
export async function restoreLedger(
  platform: Platform,
  keeping: Keeping,
  { through = 0, without = [] }: RestoreOptions = {},
): Promise<Restored> {
  const base = await findBase(keeping.db);
  if (base) await requireBase(keeping, base);
  const segments = await readOn(keeping.target, keeping.keys, base);
  const last = segments.at(-1)?.last ?? base?.last ?? 0;
  if (last < through)
    throw new LedgerFault("incomplete", `the ledger ends at line ${last}, before line ${through}`);
  await takeIn(keeping.db, base, segments);
  const { applied, unchanged, failed } = await applyEach(platform, await listPending(keeping.db), without);
  const shut = await shutAll(platform);
  if (failed.length === 0) await markApplied(keeping.db);
  const read = segments.reduce((sum, { entries }) => sum + entries.length, 0);
  return { lines: { read, last }, applied, unchanged, failed, shut };
}

async function applyEach(platform: Platform, pending: readonly Entry[], without: readonly number[]) {
  const applied: Record<string, number> = {};
  const failed: Restored["failed"] = [];
  for (const entry of lastStates(pending)) {
    if (without.includes(entry.number)) continue;
    try {
      if (await applyOne(platform, entry)) applied[entry.kind] = (applied[entry.kind] ?? 0) + 1;
    } catch (error) {
      const reason = sqlState(error) ?? (error instanceof Error ? error.name : "unknown");
      failed.push({ line: entry.number, kind: entry.kind, reason });
    }
  }
  const changed = Object.values(applied).reduce((sum, count) => sum + count, 0);
  return { applied, failed, unchanged: pending.length - changed - failed.length };
}

function applyOne(platform: Platform, entry: Entry): Promise<boolean> {
  const ctx = { ...asJob(platform, entry.participantId), operationId: "restore" };
  return transact(ctx, (tx) => again[entry.kind](tx, ctx, entry));
}

async function shutAll(platform: Platform): Promise<Shut> {
  const sum: Shut = { sessions: 0, invitations: 0, calendarFeeds: 0, safeContacts: 0, callBacks: 0 };
  for (const { id } of await platform.db.select({ id: participants.id }).from(participants)) {
    const ctx = { ...asJob(platform, id), operationId: "restore" };
    const shut = await transact(ctx, (tx) => shutDoors(tx, ctx));
    for (const door of Object.keys(sum) as (keyof Shut)[]) sum[door] += shut[door];
  }
  return sum;
}
