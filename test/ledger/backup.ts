import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { inject } from "vitest";
import type { Database } from "../../src/platform/context.ts";
import { openPostgres } from "../../src/platform/database/postgres.ts";
import { openSnapshot, type TestDatabase } from "../world/database.ts";
import { copyOf, databaseUrl } from "../world/postgres-server.ts";

export interface Restorable extends TestDatabase {
  /** Runs `work` as the database's owner, whom no policy stops. */
  asOwner<T>(work: (db: Database) => Promise<T>): Promise<T>;
}

/** A copy of a database at one moment: opened as often as it is restored. */
export type Backup = () => Promise<Restorable>;

export interface BackedUp extends Restorable {
  backUp(): Promise<Backup>;
}

/** A database of one's own that can be backed up while it is used by nobody. */
export const databaseToBackUp = (): Promise<BackedUp> => (inject("server") ? onServer() : embedded());

async function embedded(): Promise<BackedUp> {
  const live = await openSnapshot(new Blob([readFileSync(inject("snapshot") ?? "")]));
  return {
    ...restorable(live),
    async backUp() {
      const dump = await live.dump();
      return async () => restorable(await openSnapshot(dump));
    },
  };
}

const restorable = (opened: TestDatabase): Restorable => ({
  ...opened,
  async asOwner(work) {
    await opened.db.execute(sql`reset role`);
    try {
      return await work(opened.db);
    } finally {
      await opened.db.execute(sql`set role handreiking_app`);
    }
  },
});

async function onServer(): Promise<BackedUp> {
  const server = inject("server");
  if (!server) throw new Error("no server was started");
  const url = await copyOf(server);
  const live = reopening(url);
  return {
    ...onServerAt(url, live.db, () => live.close()),
    async backUp() {
      // A database is copied while nobody is connected to it.
      await live.close();
      const kept = new URL(await copyOf(server, new URL(url).pathname.slice(1))).pathname.slice(1);
      return async () => {
        const restored = await copyOf(server, kept);
        const opened = openPostgres(restored, 4);
        return onServerAt(restored, opened.db, opened.close);
      };
    },
  };
}

/** A database whose connections are closed for a backup and opened again by whoever asks next. */
function reopening(url: string) {
  let opened: ReturnType<typeof openPostgres> | undefined;
  const current = () => {
    opened ??= openPostgres(url, 4);
    return opened.db;
  };
  const db = new Proxy({} as Database, {
    get: (_, name) => {
      const found = Reflect.get(current(), name);
      return typeof found === "function" ? found.bind(current()) : found;
    },
  });
  return {
    db,
    async close() {
      await opened?.close();
      opened = undefined;
    },
  };
}

function onServerAt(url: string, db: Database, close: () => Promise<void>): Restorable {
  return {
    db,
    url,
    close,
    async asOwner(work) {
      const server = inject("server");
      const owner = openPostgres(databaseUrl(server?.owner ?? "", new URL(url).pathname.slice(1)), 1);
      try {
        return await work(owner.db);
      } finally {
        await owner.close();
      }
    },
  };
}
