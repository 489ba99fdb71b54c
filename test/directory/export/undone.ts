import { sql } from "drizzle-orm";
import { entityNames } from "../../../src/directory/import/entities/index.ts";
import type { Context, Database } from "../../../src/platform/context.ts";
import { rows, transact } from "../../../src/platform/database/transact.ts";
import type { World } from "../../world/world.ts";
import type { Rows } from "./generated.ts";

class Undone extends Error {}

/** Runs `work` as the network's operator and takes back all that it did. */
export async function undone<T>(world: World, work: (tx: Database, ctx: Context) => Promise<T>): Promise<T> {
  const ctx = world.job(world.operator.id);
  const kept: { result?: T } = {};
  const undoing = transact(ctx, async (tx) => {
    kept.result = await work(tx, { ...ctx, db: tx });
    throw new Undone();
  });
  await undoing.catch((error) => {
    if (!(error instanceof Undone)) throw error;
  });
  return kept.result as T;
}

export async function dump(tx: Database) {
  const tables: Record<string, unknown[]> = {};
  for (const name of entityNames)
    tables[name] = await rows(
      tx,
      sql`select to_jsonb(entry) as row from handreiking.${sql.identifier(name)} as entry order by id`,
    );
  return tables;
}

export async function insert(tx: Database, directory: Rows) {
  for (const name of entityNames) {
    const table = sql`handreiking.${sql.identifier(name)}`;
    await tx.execute(sql`insert into ${table} select entry.* from jsonb_populate_recordset(
      null::${table}, ${JSON.stringify(directory[name])}::text::jsonb) as entry`);
  }
}
