import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import { drizzle } from "drizzle-orm/pglite";
import { lockFolder } from "./folder-lock.ts";
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
  const unlock = folder ? lockFolder(folder) : () => {};
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
