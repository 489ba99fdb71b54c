import { type SQL, sql } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import { expect } from "vitest";
import type { Database } from "../../../src/platform/context.ts";
import { cachesReads } from "../../../src/platform/database/cached-reads.ts";
import { test } from "../../world/world.ts";

const dialect = new PgDialect();

/** A database of which somebody in between remembers the answers to plain reads, as Hyperdrive does by default. */
function remembering(db: Database): Database {
  const known = new Map<string, unknown>();
  const execute = async (statement: SQL) => {
    const query = dialect.sqlToQuery(statement);
    const key = JSON.stringify([query.sql, query.params]);
    // What may change something is passed on.
    if (!/^\s*select\b/i.test(query.sql) || /nextval|set_config|\bfor update\b/i.test(query.sql))
      return db.execute(statement);
    if (!known.has(key)) known.set(key, await db.execute(statement));
    return known.get(key);
  };
  return new Proxy(db, { get: (own, name) => (name === "execute" ? execute : Reflect.get(own, name)) });
}

test("reads that the database answers itself are told from those that are remembered in between", async ({
  world,
}) => {
  const { db } = world.platform;
  for (let time = 1; time <= 3; time++) expect(await cachesReads(db)).toBe(false);
  const cached = remembering(db);
  for (let time = 1; time <= 3; time++) expect(await cachesReads(cached)).toBe(true);
  expect(await Promise.all(Array.from({ length: 5 }, () => cachesReads(db)))).not.toContain(true);
});

test("what is read of it changes nothing that anybody else sees", async ({ world }) => {
  const count = sql`select count(*)::int as count from handreiking.audit_event`;
  const { db } = world.platform;
  const before = await db.execute(count);
  await cachesReads(db);
  expect(JSON.stringify(await db.execute(count))).toBe(JSON.stringify(before));
});
