import { readFileSync } from "node:fs";
import postgres from "postgres";
import { inject } from "vitest";
import type { Database } from "../src/platform/context.ts";
import { inMemory, openEmbedded } from "../src/platform/embedded.ts";
import { openPostgres } from "../src/platform/postgres.ts";

/** A database for this worker alone, migrated and seeded: in PGlite, or as a copy on the server. */
export interface TestDatabase {
  db: Database;
  /** Where the service logs in; absent on PGlite. */
  url?: string;
}

let opened: Promise<TestDatabase> | undefined;

export function testDatabase(): Promise<TestDatabase> {
  opened ??= inject("server") ? copyOnServer() : loadSnapshot();
  return opened;
}

async function loadSnapshot(): Promise<TestDatabase> {
  const snapshot = inject("snapshot");
  if (!snapshot) throw new Error("no snapshot was made");
  return openEmbedded(inMemory, new Blob([readFileSync(snapshot)]));
}

async function copyOnServer(): Promise<TestDatabase> {
  const server = inject("server");
  if (!server) throw new Error("no server was started");
  const name = `${server.template}_${crypto.randomUUID().replaceAll("-", "")}`;
  const urlFor = (login: string, database: string) =>
    Object.assign(new URL(login), { pathname: `/${database}` }).href;
  const owner = postgres(urlFor(server.owner, "postgres"), { max: 1, onnotice: () => {} });
  await owner.unsafe(`create database ${name} template ${server.template}`);
  await owner.end();
  const url = urlFor(server.service, name);
  return { db: openPostgres(url, 8).db, url };
}
