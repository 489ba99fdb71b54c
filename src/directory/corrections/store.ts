import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Context, Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import type { Position } from "../../platform/http/pagination.ts";
import { fail } from "../../platform/http/problem.ts";
import { type Keeper, keeps } from "../keeper.ts";
import { correctionNotFound, notYourEntry } from "../problems.ts";
import { corrections, organizationParticipants } from "../schema.ts";

export type CorrectionRow = typeof corrections.$inferSelect;

/** A correction and who answers for its entry now. */
interface Found extends Pick<Keeper, "participantId"> {
  correction: CorrectionRow;
}

const withKeeper = (tx: Database) =>
  tx
    .select({ correction: corrections, participantId: organizationParticipants.participantId })
    .from(corrections)
    .leftJoin(
      organizationParticipants,
      eq(organizationParticipants.organizationId, corrections.organizationId),
    );

/** A correction that the actor may see: its own participant's, or one that it may decide. */
async function findVisible(tx: Database, ctx: Context, id: string): Promise<Found> {
  const [found] = await withKeeper(tx).where(eq(corrections.id, id));
  const own = found?.correction.participantId === ctx.actor.participantId;
  return found && (own || keeps(ctx, found)) ? found : fail(correctionNotFound);
}

export const findCorrection = async (tx: Database, ctx: Context, id: string): Promise<CorrectionRow> =>
  (await findVisible(tx, ctx, id)).correction;

/** Locks a correction that the actor may decide, until the transaction ends. */
export async function claimCorrection(tx: Database, ctx: Context, id: string): Promise<CorrectionRow> {
  if (!keeps(ctx, await findVisible(tx, ctx, id))) fail(notYourEntry);
  const [locked] = await tx.select().from(corrections).where(eq(corrections.id, id)).for("update");
  return locked ?? fail(correctionNotFound);
}

const place = sql`(${corrections.proposedAt}, ${corrections.id})`;
const at = (position: Position) => sql`(${position[0]}::timestamptz, ${position[1]}::uuid)`;

/** Corrections that the actor's participant proposed, the newest first, after `position`. */
export const listProposedRows = (
  tx: Database,
  ctx: Context,
  state: CorrectionRow["state"] | undefined,
  position: Position | undefined,
  limit: number,
) =>
  withKeeper(tx)
    .where(
      and(
        eq(corrections.participantId, ctx.actor.participantId),
        state && eq(corrections.state, state),
        position && sql`${place} < ${at(position)}`,
      ),
    )
    .orderBy(desc(corrections.proposedAt), desc(corrections.id))
    .limit(limit);

/** Corrections that wait for the actor's decision, the oldest first, after `position`. */
export const listOpenRows = (tx: Database, ctx: Context, position: Position | undefined, limit: number) => {
  const mine: SQL | undefined = ctx.actor.permissions.has("directory:curate")
    ? undefined
    : eq(organizationParticipants.participantId, ctx.actor.participantId);
  return withKeeper(tx)
    .where(and(eq(corrections.state, "proposed"), mine, position && sql`${place} > ${at(position)}`))
    .orderBy(asc(corrections.proposedAt), asc(corrections.id))
    .limit(limit);
};

/** Whether two JSON values are one, whatever the order of their keys. */
export async function isSame(tx: Database, one: unknown, other: unknown): Promise<boolean> {
  const [compared] = await rows<{ same: boolean }>(
    tx,
    sql`select ${JSON.stringify(one)}::text::jsonb = ${JSON.stringify(other)}::text::jsonb as same`,
  );
  return compared?.same ?? false;
}
