import { sql } from "drizzle-orm";
import type { Context, Database } from "./context.ts";
import { claimIdempotencyKey, keepIdempotencyKey } from "./idempotency.ts";
import { busy, fail } from "./problem.ts";

/**
 * Runs `work` in one transaction for the actor's participant, which row-level security then asks for.
 * An Idempotency-Key is claimed before and kept with the work. A transaction that lost a race is tried again.
 */
export async function transact<T>(ctx: Context, work: (tx: Database) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ctx.db.transaction(async (tx) => {
        // Started first and not waited for: the connection runs statements in order, and a round trip is saved.
        const acting = actFor(tx, ctx.actor.participantId).then(() => {});
        const working = ctx.idempotencyKey ? once(tx, ctx, ctx.idempotencyKey, work) : work(tx);
        const [, result] = await Promise.all([acting, working]);
        return result;
      });
    } catch (error) {
      if (!lostRace.has(sqlState(error) ?? "")) throw error;
      if (attempt === 3) fail(busy, { headers: { "retry-after": "1" } });
    }
  }
}

async function once<T>(
  tx: Database,
  ctx: Context,
  key: NonNullable<Context["idempotencyKey"]>,
  work: (tx: Database) => Promise<T>,
): Promise<T> {
  await claimIdempotencyKey(tx, ctx, key);
  const result = await work(tx);
  await keepIdempotencyKey(tx, ctx, key, (result as { id: string }).id);
  return result;
}

/** Sets the participant until the transaction ends. */
export const actFor = (tx: Database, participantId: string) =>
  tx.execute(sql`select set_config('handreiking.participant', ${participantId}, true)`);

/**
 * Serialization failure, deadlock, and a unique or deferred foreign key that another transaction broke first:
 * an offer racing the withdrawal of its consent, or two requests with one Idempotency-Key.
 */
const lostRace = new Set(["40001", "40P01", "23503", "23505"]);

/** The SQLSTATE of a database error, however deep it is wrapped. */
export function sqlState(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = (cause as { code?: unknown }).code;
    if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code)) return code;
  }
  return undefined;
}

/** The rows of a raw statement, whose shape the caller knows from its own select list. */
export async function rows<T>(tx: Database, statement: ReturnType<typeof sql>): Promise<T[]> {
  const result: unknown = await tx.execute(statement);
  return (Array.isArray(result) ? result : (result as { rows: unknown[] }).rows) as T[];
}
