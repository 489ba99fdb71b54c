import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import { drizzle } from "drizzle-orm/pglite";
import { migrateEmbedded } from "./migrate.ts";
import type { OpenDatabase } from "./postgres.ts";

export interface EmbeddedDatabase extends OpenDatabase {
  /** The whole database as a file that can be loaded again. */
  dump(): Promise<Blob>;
}

/**
 * PostgreSQL inside this process, migrated; without a folder it keeps nothing.
 * Not proof against power loss: it does not force writes to the disk.
 */
export async function openEmbedded(folder: string | undefined, snapshot?: Blob): Promise<EmbeddedDatabase> {
  // Two letters and more: one is a drive of Windows.
  if (folder && /^[a-z][a-z\d+.-]+:/i.test(folder))
    throw new Error("DATA_DIR: must be a folder, not a URL; memory:// alone keeps nothing");
  const unlock = folder ? lock(folder) : () => {};
  try {
    const pg = new PGlite({
      extensions: { btree_gist, pg_trgm, unaccent },
      ...(folder && { dataDir: join(folder, "database") }),
      ...(snapshot && { loadDataDir: snapshot }),
    });
    const db = drizzle(pg);
    await migrateEmbedded(db);
    // The only connection serves the service: below its owner, as on a server.
    await pg.exec("set random_page_cost = 1.1; set role handreiking_app");
    const close = async () => {
      await pg.close();
      unlock();
    };
    return { db, close, dump: () => pg.dumpDataDir("none") };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Folders that this process has open: its own number in a lock file may also be a dead namesake's. */
const open = new Set<string>();

/** Two openings of one folder would both succeed and silently part ways. */
function lock(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = resolve(folder, "lock");
  const holder = open.has(path) ? process.pid : holderOf(path);
  if (holder)
    throw new Error(
      `DATA_DIR: process ${holder} already has this folder open; stop it or take another folder`,
    );
  open.add(path);
  return () => {
    open.delete(path);
    rmSync(path, { force: true });
  };
}

/** The running process that holds the lock file; if there is none the lock is ours. */
function holderOf(path: string): number | undefined {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
    return undefined;
  } catch {
    const holder = Number(readFileSync(path, "utf8"));
    if (isRunning(holder)) return holder;
    writeFileSync(path, String(process.pid));
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
