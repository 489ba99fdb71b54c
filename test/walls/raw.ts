import { sql } from "drizzle-orm";
import type { Database } from "../../src/platform/context.ts";
import { actFor, rows, sqlState } from "../../src/platform/database/transact.ts";

/** Runs raw statements in the service's login, for one participant or for none; answers the last one's rows. */
export function asParticipant(
  db: Database,
  participantId: string | undefined,
  ...statements: string[]
): Promise<Record<string, unknown>[]> {
  return db.transaction(async (tx) => {
    if (participantId) await actFor(tx, participantId);
    let found: Record<string, unknown>[] = [];
    for (const statement of statements) found = await rows(tx, sql.raw(statement));
    return found;
  });
}

/** `committed`, or the SQLSTATE of the refusal. */
export const outcome = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => "committed",
    (error) => sqlState(error) ?? String(error),
  );
