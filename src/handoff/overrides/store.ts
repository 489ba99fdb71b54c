import { and, eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { countersign } from "../../identity/index.ts";
import type { Context, Database } from "../../platform/context.ts";
import { fail } from "../../platform/problem.ts";
import { actingMember } from "../cases/case-store.ts";
import { moveReferral } from "../move-referral.ts";
import { overrideEnded, overrideNotFound, secondMemberNeeded } from "../problems.ts";
import { claimReferralsOn } from "../referral-store.ts";
import { type OverrideRow, overrides } from "../schema.ts";
import { isUnreviewed } from "./in-force.ts";

/** Where the reasons of an override stand, sealed. */
export const placeOf = (overrideId: string) => ({ table: "override", column: "sealed", rowId: overrideId });

/** Locks an override: always before the referrals that rest on it. */
export async function claimOverride(tx: Database, ctx: Context, overrideId: string): Promise<OverrideRow> {
  const [found] = await tx
    .select()
    .from(overrides)
    .where(and(eq(overrides.id, overrideId), eq(overrides.participantId, ctx.actor.participantId)))
    .for("update");
  return found ?? fail(overrideNotFound);
}

/** The same, for a decision that another member takes than the one who made it, signed in. */
export async function claimForSecond(tx: Database, ctx: Context, overrideId: string): Promise<OverrideRow> {
  const found = await claimOverride(tx, ctx, overrideId);
  if (found.madeBy === actingMember(ctx)) fail(secondMemberNeeded);
  if (found.endedAt || isUnreviewed(found, ctx.now())) fail(overrideEnded);
  await countersign(tx, ctx, overrideId, found.madeBy);
  return found;
}

export async function changeOverride(
  tx: Database,
  ctx: Context,
  override: OverrideRow,
  done: string,
  changes: Partial<OverrideRow>,
  at: Date,
): Promise<OverrideRow> {
  const [changed] = await tx.update(overrides).set(changes).where(eq(overrides.id, override.id)).returning();
  await record(tx, ctx, { action: `override.${done}`, subjectId: override.id, caseId: override.caseId, at });
  return changed ?? fail(overrideNotFound);
}

/** Ends an override, and in the same moment every referral that rests on it. */
export async function endOverride(
  tx: Database,
  ctx: Context,
  override: OverrideRow,
  done: string,
  changes: Partial<OverrideRow>,
  at: Date,
): Promise<OverrideRow> {
  const resting = await claimReferralsOn(tx, ctx, { overrideId: override.id });
  const ended = await changeOverride(tx, ctx, override, done, { ...changes, endedAt: at }, at);
  for (const referral of resting) await moveReferral(tx, ctx, referral, "withdraw", at);
  return ended;
}
