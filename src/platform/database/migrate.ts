import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sql } from "drizzle-orm";
import { type MigrationMeta, readMigrationFiles } from "drizzle-orm/migrator";
import type { PgDialect, PgSession } from "drizzle-orm/pg-core";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Database } from "../context.ts";

const folder = fileURLToPath(new URL("../../../drizzle", import.meta.url));

/** Brings the database up to date as its owner: `url` is MIGRATE_DATABASE_URL. */
export async function migrate(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    // One at a time, however many instances start at once.
    await client`select pg_advisory_lock(7011)`;
    await bringUpToDate(drizzle(client));
  } finally {
    await client.end({ timeout: 5 });
  }
}

export async function migrateEmbedded(db: Database): Promise<void> {
  await db.execute(sql`reset role`);
  await bringUpToDate(db);
}

/** The migrations that are missing, and then every function as its file says now. */
async function bringUpToDate(db: Database): Promise<void> {
  const functions = readFunctions();
  await runMigrations(db, withFunctions(readMigrationFiles({ migrationsFolder: folder }), functions));
  await db.transaction(async (tx) => {
    for (const statement of functions) await tx.execute(sql.raw(statement));
  });
}

const beforeBodies = "set local check_function_bodies = off";
/** PostgreSQL gives a new function to everybody. */
const toNobody = "revoke execute on all functions in schema handreiking, keys from public";

/** Each function's one text. An aggregate comes after the functions that it is made of. */
function readFunctions(): string[] {
  const texts = readdirSync(join(folder, "functions"))
    .sort()
    .map((file) => readFileSync(join(folder, "functions", file), "utf8"));
  const isAggregate = (text: string) => /^create or replace aggregate /m.test(text);
  const inOrder = [...texts.filter((text) => !isAggregate(text)), ...texts.filter(isAggregate)];
  return [beforeBodies, ...inOrder, toNobody];
}

/** A new database needs the functions before the walls that call them: they are made in the place that is kept for them. */
function withFunctions(migrations: readonly MigrationMeta[], functions: readonly string[]): MigrationMeta[] {
  return migrations.map((migration) => {
    const isTheirs = migration.sql.some((statement) => statement.includes(beforeBodies));
    return isTheirs ? { ...migration, sql: [...functions] } : migration;
  });
}

/** What the migrators of drizzle-orm do with the files that they read. */
function runMigrations(db: Database, migrations: MigrationMeta[]): Promise<void> {
  const { dialect, session } = db as unknown as { dialect: PgDialect; session: PgSession };
  return dialect.migrate(migrations, session, { migrationsFolder: folder });
}
