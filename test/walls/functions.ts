import { sql } from "drizzle-orm";
import type { Database } from "../../src/platform/context.ts";
import { actFor, rows, sqlState } from "../../src/platform/database/transact.ts";
import { askAsOwner } from "../world/database.ts";
import type { World } from "../world/world.ts";

/** What the service's login may call: quoted, with its arguments' types. */
export interface Callable {
  name: string;
  signature: string;
}

export const findFunctions = (world: World) =>
  askAsOwner<Callable>(
    world.database,
    `select proname as name, oid::regprocedure::text as signature from pg_proc
      where pronamespace in ('handreiking'::regnamespace, 'keys'::regnamespace)
        and prorettype not in ('trigger'::regtype, 'event_trigger'::regtype)
        and has_function_privilege('handreiking_app', oid, 'execute') order by 1`,
  );

export interface Sample {
  /** Argument lists, as SQL, about records of others. */
  calls: string[];
  /** Why it may answer something all the same. */
  tells?: string;
  /** The tables that it may write, and why. */
  writes?: Record<string, string>;
}

/**
 * What a call about others' records tells or touches, undone at once, for one participant or for none; empty if that
 * is nothing beyond what its sample allows. A refusal is one of ours, or for want of a right.
 */
export async function leaksOf(
  { platform }: World,
  { name }: Pick<Callable, "name">,
  sample: Sample | undefined,
  asking: string | undefined,
): Promise<string[]> {
  if (!sample) return [`${name}: no sample of its arguments`];
  const told: string[] = [];
  for (const call of sample.calls) {
    const done = { answer: "", touched: [] as string[], reached: false };
    const refused = await platform.db
      .transaction(async (tx) => {
        if (asking) await actFor(tx, asking);
        const before = await writesSoFar(tx);
        const found = await rows<{ answer: unknown }>(
          tx,
          sql.raw(`select to_jsonb(called) as answer from handreiking.${name}(${call}) as called`),
        );
        done.answer = JSON.stringify(found.map(({ answer }) => answer).filter(isSomething));
        await tx.execute(sql.raw("set constraints all immediate"));
        const after = await writesSoFar(tx);
        done.touched = [...after]
          .filter(([table, count]) => count > (before.get(table) ?? 0))
          .map(([table]) => table);
        done.reached = true;
        return tx.rollback();
      })
      .catch((error: unknown) => sqlState(error) ?? "undone");
    if (!done.reached && !/^(HR\d+|42501|2350[23]|22P02)$/.test(String(refused)))
      told.push(`${name}(${call}): ${String(refused)}`);
    if (!done.reached) continue;
    if (done.answer !== "[]" && !sample.tells) told.push(`${name}(${call}) tells ${done.answer}`);
    for (const table of done.touched)
      if (!sample.writes?.[table]) told.push(`${name}(${call}) writes ${table}`);
  }
  return told;
}

/** What this connection wrote, table by table: also what was undone, so that only what is added counts. */
async function writesSoFar(tx: Database): Promise<Map<string, number>> {
  const found = await rows<{ table: string; count: string }>(
    tx,
    sql.raw(`select relname as table, (n_tup_ins + n_tup_upd + n_tup_del)::text as count
      from pg_stat_xact_user_tables order by 1`),
  );
  return new Map(found.map(({ table, count }) => [table, Number(count)]));
}

const isSomething = (answer: unknown): boolean =>
  typeof answer === "object" && answer !== null
    ? Object.values(answer).some(isSomething)
    : answer !== null && answer !== false && answer !== 0 && answer !== "";
