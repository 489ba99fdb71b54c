import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { EnvironmentFault } from "./env.ts";
import {
  applyLedger,
  type LedgerEntry,
  listErasures,
  listForgotten,
  mergeLedgers,
  readLedger,
  writeLedger,
} from "./handoff/index.ts";
import type { Context, Platform } from "./platform/context.ts";

/** Adds the database's erasures to the ledger in `file`, which keeps what a database restored since has forgotten. */
export async function keepLedger(platform: Pick<Platform, "db">, file: string) {
  const kept = existsSync(file) ? read(file) : [];
  const merged = mergeLedgers(kept, await listErasures(platform));
  // Whole or not at all: a ledger that is cut off brings somebody back.
  writeFileSync(`${file}.new`, writeLedger(merged), { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
  return { erasures: merged.length, added: merged.length - kept.length };
}

export const restoreLedger = (ctx: Context, file: string) => applyLedger(ctx, read(file));

/** Refuses a database that was restored from before an erasure of the ledger. */
export async function requireErased(platform: Pick<Platform, "db">, file: string): Promise<void> {
  const forgotten = await listForgotten(platform, read(file));
  if (forgotten.length > 0)
    throw new EnvironmentFault(
      `ERASURE_LEDGER: the database does not know of ${forgotten.length} of its erasures: it was restored from before them; run \`handreiking restore FILE\` first`,
    );
}

function read(file: string): LedgerEntry[] {
  let content: string;
  try {
    content = readFileSync(file, "utf8");
  } catch {
    throw new EnvironmentFault(
      "the ledger of erasures cannot be read; `handreiking erasures FILE` makes one",
    );
  }
  return readLedger(content);
}
