import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { actingMember } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import { turnReferral } from "../referrals/move-referral.ts";
import { isLive } from "../referrals/referral.ts";
import {
  type OverrideRow,
  overrides,
  type ReferralRow,
  type RefusalRow,
  referrals,
  refusals,
} from "../schema.ts";

/** Whom the caller of a case refuses. */
export interface Refused {
  caseId: string;
  recipientId: string;
}

/**
 * Locks a case's file, before all else of it: on this a refusal and whatever is made against one see each other. No
 * move of a recipient waits for it.
 */
export const lockFile = (tx: Database, caseId: string) =>
  tx.execute(sql`select from handreiking."case" where id = ${caseId}::uuid for no key update`);

export async function findRefusedAt(tx: Database, { caseId, recipientId }: Refused): Promise<Date | null> {
  const [found] = await rows<{ at: string | null }>(
    tx,
    sql`select to_json(handreiking.refused_at(${caseId}::uuid, ${recipientId}::uuid))#>>'{}' as at`,
  );
  return found?.at ? new Date(found.at) : null;
}

/** What a refusal takes the ground from. */
export interface Resting {
  overrides: OverrideRow[];
  referrals: ReferralRow[];
  /** When the refusal is: not before what was last done with any of it. */
  at: Date;
}

/** Locks what stands for this recipient without the caller's consent, before the refusal is written. */
export async function claimResting(
  tx: Database,
  ctx: Context,
  { caseId, recipientId }: Refused,
): Promise<Resting> {
  await lockFile(tx, caseId);
  const { participantId } = ctx.actor;
  const found = await tx
    .select()
    .from(overrides)
    .where(
      and(
        eq(overrides.participantId, participantId),
        eq(overrides.caseId, caseId),
        eq(overrides.recipientId, recipientId),
      ),
    )
    .orderBy(asc(overrides.id))
    .for("update");
  const standing = found.filter(({ live, disputed }) => live && !disputed);
  const resting = await tx
    .select()
    .from(referrals)
    .where(
      and(
        eq(referrals.senderId, participantId),
        inArray(
          referrals.overrideId,
          standing.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(asc(referrals.id))
    .for("update");
  const live = resting.filter(({ state }) => isLive(state));
  return {
    overrides: standing,
    referrals: live,
    at: notBefore(
      ctx.now(),
      live.map(({ movedAt }) => movedAt),
    ),
  };
}

/** `now`, or the latest of `times` where another instance's clock is ahead. */
export const notBefore = (now: Date, times: readonly (Date | null)[]): Date =>
  times.reduce<Date>((latest, time) => (time && time > latest ? time : latest), now);

/**
 * Suspends what rested on an override, once the refusal is written: the database objected to each that stood, and
 * another member decides.
 */
export async function suspendResting(tx: Database, ctx: Context, resting: Resting): Promise<void> {
  const { at } = resting;
  if (resting.overrides.length === 0) return;
  const ids = resting.overrides.map(({ id }) => id);
  const objected = await tx
    .select()
    .from(overrides)
    .where(and(inArray(overrides.id, ids), eq(overrides.objectedAt, at), eq(overrides.disputed, true)))
    .orderBy(asc(overrides.id));
  for (const { id, caseId, standsUntil } of objected) {
    await record(tx, ctx, { action: "override.objected", subjectId: id, caseId, at });
    for (const referral of resting.referrals)
      if (referral.overrideId === id)
        await turnReferral(tx, ctx, referral, "suspend", at, {
          suspendedAt: at,
          basisExpiresAt: standsUntil,
        });
  }
}

/** Writes down a caller's no that is no other record's, with all that follows from it. */
export async function refuse(
  tx: Database,
  ctx: Context,
  refused: Refused,
  source: "asked" | "objected",
): Promise<RefusalRow> {
  const resting = await claimResting(tx, ctx, refused);
  const row: RefusalRow = {
    id: ctx.newId(),
    participantId: ctx.actor.participantId,
    caseId: refused.caseId,
    recipientId: refused.recipientId,
    at: resting.at,
    source,
    recordedBy: actingMember(ctx),
  };
  await tx.insert(refusals).values(row);
  const { id: subjectId, caseId, at } = row;
  await record(tx, ctx, { action: "refusal.recorded", subjectId, caseId, at });
  await suspendResting(tx, ctx, resting);
  return row;
}
