import { sql } from "drizzle-orm";
import { EnvironmentFault, type NodeEnvironment } from "../host/env.ts";
import type { OpenPlatform } from "../host/node.ts";
import type { OpenLedger } from "../host/open-ledger.ts";
import { type Restored, type RestoreOptions, readAll, restoreLedger } from "../ledger/index.ts";
import { openPostgres } from "../platform/database/postgres.ts";

function ledgerOf({ ledger }: OpenPlatform): OpenLedger {
  if (ledger) return ledger;
  throw new EnvironmentFault("LEDGER_DIR: is needed, or LEDGER_S3_URL: the ledger is kept nowhere");
}

/** How far the ledger reaches, once every line of it was verified. */
export async function tellLedger(opened: OpenPlatform) {
  const segments = await readAll(ledgerOf(opened).target, ledgerOf(opened).keys);
  return { first: segments[0]?.first ?? 0, last: segments.at(-1)?.last ?? 0, segments: segments.length };
}

/** Restores as the database's owner: what is read from the ledger is written by nobody else. */
export async function restoreFromLedger(
  env: NodeEnvironment,
  opened: OpenPlatform,
  options: RestoreOptions,
): Promise<Restored> {
  const { target, keys } = ledgerOf(opened);
  const { ledger: _, ...platform } = opened.platform;
  const { DATABASE_URL, MIGRATE_DATABASE_URL } = env;
  if (DATABASE_URL && !MIGRATE_DATABASE_URL)
    throw new EnvironmentFault("MIGRATE_DATABASE_URL: is needed to restore");
  const owner = DATABASE_URL && MIGRATE_DATABASE_URL ? openPostgres(MIGRATE_DATABASE_URL, 1) : undefined;
  const db = owner?.db ?? platform.db;
  try {
    // The embedded database's only connection is above its own walls for as long as that.
    if (!owner) await db.execute(sql`reset role`);
    return await restoreLedger({ ...platform, db }, { db, target, keys }, options);
  } finally {
    if (!owner) await db.execute(sql`set role handreiking_app`);
    await owner?.close();
  }
}
