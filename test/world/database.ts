import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { inject } from "vitest";
import type { Database } from "../../src/platform/context.ts";
import { openEmbedded } from "../../src/platform/database/embedded.ts";
import { ownersHand } from "../../src/platform/database/owner.ts";
import { openPostgres } from "../../src/platform/database/postgres.ts";
import { rows } from "../../src/platform/database/transact.ts";
import { believeAnyTime } from "../setup/clock.ts";
import { copyOf, databaseUrl } from "./postgres-server.ts";

/** A database for this worker alone, migrated and seeded: in PGlite, or as a copy on the server. */
export interface TestDatabase {
  db: Database;
  /** Where the service logs in; absent on PGlite. */
  url?: string;
  close(): Promise<void>;
}

let opened: Promise<TestDatabase> | undefined;

export function testDatabase(): Promise<TestDatabase> {
  opened ??= ownDatabase();
  return opened;
}

/** Closes the worker's database: whoever asks next has a new one. */
export async function closeDatabase(): Promise<void> {
  const closing = opened;
  opened = undefined;
  await (await closing)?.close();
}

/** One that nobody else uses: for what looks at every row, as the clock does. */
export const ownDatabase = (): Promise<TestDatabase> => (inject("server") ? copyOnServer() : loadSnapshot());

const owners = new Map<string, postgres.Sql>();

/** Asks as the owner of everything, whom no policy stops. */
export async function askAsOwner<T>({ db, url }: TestDatabase, question: string): Promise<T[]> {
  const owner = ownerAt(url, "raw");
  if (!owner)
    return db.transaction(async (tx) => {
      await tx.execute(sql.raw("set local role none"));
      return rows<T>(tx, sql.raw(question));
    });
  return [...(await owner.unsafe(question))] as unknown as T[];
}

/** The database as its owner has it: the operator's hand at the server. */
export function ownerOf({ db, url }: TestDatabase): Database {
  const owner = ownerAt(url, "drizzle");
  return owner ? drizzle(owner) : ownersHand(db);
}

/** The login of the owner of a database on the server. */
export function ownerUrl({ url = "" }: TestDatabase): string {
  const server = inject("server");
  return server ? databaseUrl(server.owner, new URL(url).pathname.slice(1)) : "";
}

/** A connection for each use: drizzle teaches its own to leave times as text. */
function ownerAt(url: string | undefined, use: "raw" | "drizzle"): postgres.Sql | undefined {
  const server = inject("server");
  if (!server || !url) return undefined;
  const known = owners.get(`${use} ${url}`);
  const owner =
    known ??
    postgres(databaseUrl(server.admin, new URL(url).pathname.slice(1)), { max: 1, onnotice: () => {} });
  owners.set(`${use} ${url}`, owner);
  return owner;
}

async function loadSnapshot(): Promise<TestDatabase> {
  const snapshot = inject("snapshot");
  if (!snapshot) throw new Error("no snapshot was made");
  return planted(await openSnapshot(new Blob([readFileSync(snapshot)])));
}

/** An embedded database as it was kept; opening it makes its functions anew, which then believe their own clock. */
export async function openSnapshot(kept: Blob) {
  const opened = await openEmbedded(undefined, kept);
  await askAsOwner(opened, believeAnyTime);
  return opened;
}

/** A deliberate break of the schema, of which a test is to fail: test/mutants/ asks for it. */
async function planted<T extends TestDatabase>(database: T): Promise<T> {
  if (process.env.TEST_BREAK) await askAsOwner(database, process.env.TEST_BREAK);
  return database;
}

async function copyOnServer(): Promise<TestDatabase> {
  const server = inject("server");
  if (!server) throw new Error("no server was started");
  const url = await copyOf(server);
  return planted({ ...openPostgres(url, 8), url });
}
