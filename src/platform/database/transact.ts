import { sql } from "drizzle-orm";
import type { Context, Database } from "../context.ts";
import { claimIdempotencyKey, keepIdempotencyKey } from "../http/idempotency.ts";
import { busy, conflict, fail, Problem } from "../http/problem.ts";
import { answerTo } from "./sql-states.ts";

/**
 * Runs `work` in one transaction for the actor's participant, which row-level security then asks for.
 * An Idempotency-Key is claimed before and kept with the work. A transaction that lost a race is tried again, and then
 * sees who won; one that the same wall refuses again lost no race.
 */
export async function transact<T>(ctx: Context, work: (tx: Database) => Promise<T>): Promise<T> {
  let broken: string | undefined;
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
      const state = sqlState(error) ?? "";
      const answer = answerTo(state);
      if (answer !== "interrupted" && answer !== "overtaken") throw error;
      const wall = answer === "overtaken" ? `${state} ${constraintOf(error)}` : undefined;
      if (wall !== undefined && wall === broken) throw new Problem(conflict, {}, error);
      if (attempt === 3) fail(busy, { headers: { "retry-after": "1" } });
      broken = wall;
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

/** The constraint that a statement broke; empty where the driver does not name it. */
function constraintOf(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { constraint_name: onServer, constraint } = cause as {
      constraint_name?: unknown;
      constraint?: unknown;
    };
    const name = onServer ?? constraint;
    if (typeof name === "string") return name;
  }
  return "";
}

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
