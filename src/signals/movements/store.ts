import { and, eq, inArray, sql } from "drizzle-orm";
import type { Context, Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import { fail } from "../../platform/http/problem.ts";
import { movementNotFound } from "../problems.ts";
import { type MovementRow, movementMergers, movements } from "../schema.ts";
import { comparedName } from "./compared-name.ts";

export const placeOfName = (movementId: string) =>
  ({ table: "movement", column: "sealed", rowId: movementId }) as const;

/** Keyed, so that a copy of the database cannot be asked for a name that somebody guesses. */
export const fingerprintOf = (ctx: Context, name: string): string =>
  ctx.secrets.fingerprint("movement-name", ctx.actor.participantId, comparedName(name));

const own = (ctx: Context) => eq(movements.participantId, ctx.actor.participantId);

export async function findMovement(tx: Database, ctx: Context, movementId: string): Promise<MovementRow> {
  const [found] = await tx
    .select()
    .from(movements)
    .where(and(own(ctx), eq(movements.id, movementId)));
  return found ?? fail(movementNotFound);
}

/** The movement of exactly that name, or the one that it was merged into. */
export async function findNamed(tx: Database, ctx: Context, name: string): Promise<MovementRow | undefined> {
  const [found] = await tx
    .select()
    .from(movements)
    .where(and(own(ctx), eq(movements.nameFingerprint, fingerprintOf(ctx, name))));
  return found?.mergedInto ? findMovement(tx, ctx, found.mergedInto) : found;
}

/** Several, locked in the order of their ids. */
export const claimMovements = (tx: Database, ctx: Context, ids: readonly string[]): Promise<MovementRow[]> =>
  tx
    .select()
    .from(movements)
    .where(and(own(ctx), inArray(movements.id, [...ids])))
    .orderBy(movements.id)
    .for("update");

export const listMergersInto = (tx: Database, movementId: string) =>
  tx
    .select()
    .from(movementMergers)
    .where(
      sql`${movementMergers.intoId} = ${movementId}::uuid or ${movementMergers.movementId} = ${movementId}::uuid`,
    )
    .orderBy(movementMergers.at, movementMergers.id);

/** How many signals count on a movement and on what was merged into it. */
export async function countSignals(tx: Database, movementId: string): Promise<number> {
  const [counted] = await rows<{ count: number }>(
    tx,
    sql`select count(*)::int as count from handreiking.signal
      join handreiking.movement on movement.id = signal.movement_id
      where ${movementId}::uuid in (movement.id, movement.merged_into)
        and handreiking.signal_counts(signal.id)`,
  );
  return counted?.count ?? 0;
}
