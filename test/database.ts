import { readFileSync } from "node:fs";
import postgres from "postgres";
import { inject } from "vitest";
import { inMemory, openEmbedded } from "../src/platform/embedded.ts";
import { type OpenDatabase, openPostgres } from "../src/platform/postgres.ts";

/** A database for this test file alone, migrated and seeded: in PGlite, or as a copy on the server. */
export interface TestDatabase extends OpenDatabase {
  /** Where the service logs in; absent on PGlite. */
  url?: string;
}

let opened: Promise<TestDatabase> | undefined;

export function testDatabase(): Promise<TestDatabase> {
  opened ??= inject("server") ? copyOnServer() : loadSnapshot();
  return opened;
}

export async function closeTestDatabase(): Promise<void> {
  const database = await opened;
  opened = undefined;
  await database?.close();
}

async function loadSnapshot(): Promise<TestDatabase> {
  const snapshot = inject("snapshot");
  if (!snapshot) throw new Error("no snapshot was made");
  return openEmbedded(inMemory, new Blob([readFileSync(snapshot)]));
}

async function copyOnServer(): Promise<TestDatabase> {
  const server = inject("server");
  if (!server) throw new Error("no server was started");
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`;
  const urlFor = (login: string, database: string) =>
    Object.assign(new URL(login), { pathname: `/${database}` }).href;
  const asOwner = async (statement: string) => {
    const owner = postgres(urlFor(server.owner, "postgres"), { max: 1, onnotice: () => {} });
    await owner.unsafe(statement);
    await owner.end();
  };
  await asOwner(`create database ${name} template ${server.template}`);
  const url = urlFor(server.service, name);
  const { db, close } = openPostgres(url, 8);
  return {
    db,
    url,
    async close() {
      await close();
      await asOwner(`drop database ${name} with (force)`);
    },
  };
}
