import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import type { PgliteDatabase } from "drizzle-orm/pglite";
import { migrate as migratePglite } from "drizzle-orm/pglite/migrator";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as migratePostgres } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

const migrationsFolder = fileURLToPath(new URL("../../../drizzle", import.meta.url));

/** Brings the database up to date as its owner: `url` is MIGRATE_DATABASE_URL. */
export async function migrate(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    // One at a time, however many instances start at once.
    await client`select pg_advisory_lock(7011)`;
    await migratePostgres(drizzle(client), { migrationsFolder });
  } finally {
    await client.end({ timeout: 5 });
  }
}

export async function migrateEmbedded(db: PgliteDatabase): Promise<void> {
  await db.execute(sql`reset role`);
  await migratePglite(db, { migrationsFolder });
}
