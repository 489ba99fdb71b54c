import { and, asc, eq, sql } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { caseNotFound, cases, consents } from "../../cases/index.ts";
import { enqueue } from "../../deliveries/index.ts";
import type { Context, Database } from "../../platform/context.ts";
import { fail } from "../../platform/http/problem.ts";
import type { ErasureReason } from "../codes.ts";
import { listOwing, tellRaised } from "../obligations/tell-raised.ts";
import { toldAt } from "../referrals/apart.ts";
import { moveReferral } from "../referrals/move-referral.ts";
import { hasEnded } from "../referrals/referral.ts";
import { type ErasureRow, erasures, overrides, referrals } from "../schema.ts";

interface Erasing {
  caseId: string;
  reason: ErasureReason;
  /** When it was erased first, where a ledger says so. */
  erasedAt?: Date;
}

/**
 * Removes a case of the actor's participant, locked or not there, in one transaction: what is live of it is withdrawn,
 * with all that follows from that; then row and key are gone, and the ledger says so.
 */
export async function removeCase(
  tx: Database,
  ctx: Context,
  { caseId, reason, erasedAt }: Erasing,
): Promise<ErasureRow> {
  const all = await claimReferralsOfCase(tx, ctx, caseId);
  const open = all.filter(({ state }) => !hasEnded(state));
  // After all that is told of it, also what is told somewhat later.
  const now = new Date(Math.max(ctx.now().getTime(), ...all.map(({ movedAt }) => movedAt.getTime())));
  for (const referral of open) await moveReferral(tx, ctx, referral, "withdraw", toldAt(referral, now));
  const owing = await listOwing(tx, all);
  const moment = (erasedAt ?? now).toISOString();
  await tx.execute(
    sql`select handreiking.erase_case(${caseId}::uuid, ${reason}::text, ${moment}::timestamptz)`,
  );
  await record(tx, ctx, { action: "case.erased", subjectId: caseId, caseId, at: now });
  if (reason !== "retention")
    await tellRaised(
      tx,
      ctx,
      all.filter(({ state, id }) => state === "completed" && !owing.has(id)),
    );
  await enqueue(tx, ctx, { type: "case.erased", subjectId: caseId, at: now });
  return (await findErasure(tx, ctx, caseId)) ?? fail(caseNotFound);
}

/** Locks what a case rests on and then its referrals, each in the order of their ids. */
async function claimReferralsOfCase(tx: Database, ctx: Context, caseId: string) {
  await tx.select({ id: cases.id }).from(cases).where(eq(cases.id, caseId)).for("update");
  for (const bases of [consents, overrides])
    await tx
      .select({ id: bases.id })
      .from(bases)
      .where(eq(bases.caseId, caseId))
      .orderBy(asc(bases.id))
      .for("update");
  return tx
    .select()
    .from(referrals)
    .where(and(eq(referrals.senderId, ctx.actor.participantId), eq(referrals.caseId, caseId)))
    .orderBy(asc(referrals.id))
    .for("update");
}

/** What the ledger says of a case of the actor's participant. */
export async function findErasure(
  tx: Database,
  ctx: Context,
  caseId: string,
): Promise<ErasureRow | undefined> {
  const [found] = await tx
    .select()
    .from(erasures)
    .where(and(eq(erasures.participantId, ctx.actor.participantId), eq(erasures.caseId, caseId)));
  return found;
}
