import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import { drizzle } from "drizzle-orm/pglite";
import { migrateEmbedded } from "./migrate.ts";
import type { OpenDatabase } from "./postgres.ts";

export const inMemory = "memory://";

export interface EmbeddedDatabase extends OpenDatabase {
  /** The whole database as a file that can be loaded again. */
  dump(): Promise<Blob>;
}

/**
 * PostgreSQL inside this process, migrated; `folder` is DATA_DIR or `memory://`.
 * Not proof against power loss: it does not force writes to the disk.
 */
export async function openEmbedded(folder: string, snapshot?: Blob): Promise<EmbeddedDatabase> {
  const unlock = folder === inMemory ? () => {} : lock(folder);
  try {
    const pg = new PGlite({
      extensions: { pg_trgm, unaccent },
      ...(folder !== inMemory && { dataDir: join(folder, "database") }),
      ...(snapshot && { loadDataDir: snapshot }),
    });
    const db = drizzle(pg);
    await migrateEmbedded(db);
    // The only connection serves the service: below its owner, as on a server.
    await pg.exec("set role handreiking_app");
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

/** Two processes on one folder would both open it and silently part ways. */
function lock(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, "lock");
  const unlock = () => rmSync(path, { force: true });
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
    return unlock;
  } catch {
    const holder = Number(readFileSync(path, "utf8"));
    if (isRunning(holder))
      throw new Error(
        `DATA_DIR: process ${holder} already has this folder open; stop it or take another folder`,
      );
    writeFileSync(path, String(process.pid));
    return unlock;
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
