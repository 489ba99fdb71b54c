import { readFileSync } from "node:fs";
import { inject } from "vitest";
import type { Database } from "../src/platform/context.ts";
import { openEmbedded } from "../src/platform/embedded.ts";
import { openPostgres } from "../src/platform/postgres.ts";
import { copyOf } from "./postgres-server.ts";

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
  return openEmbedded(undefined, new Blob([readFileSync(snapshot)]));
}

async function copyOnServer(): Promise<TestDatabase> {
  const server = inject("server");
  if (!server) throw new Error("no server was started");
  const url = await copyOf(server);
  return { db: openPostgres(url, 8).db, url };
}
