import { sql } from "drizzle-orm";
import { asJob } from "../permissions.ts";
import type { Context, Database, Platform } from "../platform/context.ts";
import { rows, transact } from "../platform/database/transact.ts";
import { runSafely } from "../platform/run-safely.ts";

/** How many entries are sealed in one transaction: a second's work at most. */
const batch = 10_000;

/** Numbers and chains what has been committed to one chain; answers how many entries that were. */
export async function seal(tx: Database, chain: string): Promise<number> {
  const [done] = await rows<{ sealed: number }>(
    tx,
    sql`select handreiking.seal_audit(${chain}::uuid, ${batch}::integer) as sealed`,
  );
  return done?.sealed ?? 0;
}

/** Seals what is left of the actor's own chain, so that a reader finds it numbered; of a long one the beginning. */
export const sealOwn = ({ idempotencyKey: _, ...ctx }: Context): Promise<number> =>
  transact(ctx, (tx) => seal(tx, ctx.actor.participantId));

/**
 * Seals every chain that has entries without a number. Any number of instances may run it at once: the database takes
 * one at a time of each chain.
 */
export async function sealAudit(platform: Platform): Promise<void> {
  const waiting = await rows<{ chain: string }>(
    platform.db,
    sql`select participant_id as chain from handreiking.unsealed_chains()`,
  );
  for (const { chain } of waiting)
    await runSafely(platform, "sealAudit", async () => {
      for (let sealed = batch; sealed === batch; ) sealed = await sealOwn(asJob(platform, chain));
    });
}
