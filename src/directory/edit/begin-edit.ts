import { sql } from "drizzle-orm";
import type { Context, Database } from "../../platform/context.ts";

const mergeLock = sql`6003, 0`;

/** Who acts, and when, for the versions that the database keeps of what the transaction changes. */
const actor = (ctx: Context) => {
  const { kind, id, onBehalfOf } = ctx.actor;
  const told = JSON.stringify({ kind, id, onBehalfOf, at: ctx.now().toISOString() });
  return sql`set_config('handreiking.actor', ${told}, true)`;
};

/** Begins an edit: many may run side by side, but not while an import merges. */
export const beginEdit = (tx: Database, ctx: Context) =>
  tx.execute(sql`select ${actor(ctx)}, pg_advisory_xact_lock_shared(${mergeLock})`);

/** Begins a merge of many entries: it waits for the edits under way, and later ones wait for it. */
export const beginMerge = (tx: Database, ctx: Context) =>
  tx.execute(sql`select ${actor(ctx)}, pg_advisory_xact_lock(${mergeLock})`);
