import { sql } from "drizzle-orm";
import type { Database } from "../context.ts";
import { rows } from "./transact.ts";

/**
 * Whether something between the service and its database answers reads from memory, as Hyperdrive does unless it is
 * told not to: what was withdrawn would then be read after it was. A number that the database counts up is read with
 * the same statement before and after.
 */
export async function cachesReads(db: Database): Promise<boolean> {
  const before = await lastCount(db);
  await db.execute(sql`select nextval('handreiking.read_check')`);
  return (await lastCount(db)) <= before;
}

/** Read as the service reads everything else: a plain query without anything that changes. */
async function lastCount(db: Database): Promise<bigint> {
  const [found] = await rows<{ count: string | number; counted: boolean }>(
    db,
    sql`select last_value as count, is_called as counted from handreiking.read_check`,
  );
  return found?.counted ? BigInt(found.count) : 0n;
}
