import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { inject } from "vitest";
import type { Database } from "../../src/platform/context.ts";
import type { TestDatabase } from "./database.ts";
import { databaseUrl } from "./postgres-server.ts";

/** Runs `work` as the owner of the tables, for whom no row-level security holds, and leaves nothing of it. */
export async function asOwner<T>({ db, url }: TestDatabase, work: (tx: Database) => Promise<T>): Promise<T> {
  const server = inject("server");
  if (!url || !server) return undone(db, work, "set local role none");
  const client = postgres(databaseUrl(server.owner, new URL(url).pathname.slice(1)), { max: 1 });
  try {
    return await undone(drizzle(client), work);
  } finally {
    await client.end();
  }
}

async function undone<T>(db: Database, work: (tx: Database) => Promise<T>, first = "select 1"): Promise<T> {
  const done = new Map<"result", T>();
  await db
    .transaction(async (tx) => {
      await tx.execute(sql.raw(first));
      done.set("result", await work(tx));
      return tx.rollback();
    })
    .catch((error) => {
      if (!done.has("result")) throw error;
    });
  return done.get("result") as T;
}
