import { and, eq, sql } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { countersign } from "../../identity/index.ts";
import { actingMember } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import { fail } from "../../platform/http/problem.ts";
import { overrideEnded, overrideNotFound, secondMemberNeeded } from "../problems.ts";
import { moveReferral } from "../referrals/move-referral.ts";
import { claimReferralsOn } from "../referrals/store.ts";
import { findRefusedAt, lockFile } from "../refusals/store.ts";
import { type OverrideRow, overrides } from "../schema.ts";
import { hasRunOut, type KnownOverride } from "./in-force.ts";

/** Where the reasons of an override stand, sealed. */
export const placeOf = (overrideId: string) => ({ table: "override", column: "sealed", rowId: overrideId });

/** Locks an override, its case's file first: always before the referrals that rest on it. */
export async function claimOverride(tx: Database, ctx: Context, overrideId: string): Promise<KnownOverride> {
  const mine = and(eq(overrides.id, overrideId), eq(overrides.participantId, ctx.actor.participantId));
  const [known] = await tx.select({ caseId: overrides.caseId }).from(overrides).where(mine);
  await lockFile(tx, (known ?? fail(overrideNotFound)).caseId);
  const [found] = await tx.select().from(overrides).where(mine).for("update");
  if (!found) return fail(overrideNotFound);
  return { ...found, refusedAt: await findRefusedAt(tx, found) };
}

/** The same, for a decision that another member takes than the one who made it, signed in. */
export async function claimForSecond(tx: Database, ctx: Context, overrideId: string): Promise<KnownOverride> {
  const found = await claimOverride(tx, ctx, overrideId);
  if (found.madeBy === actingMember(ctx)) fail(secondMemberNeeded);
  if (hasRunOut(found, ctx.now())) fail(overrideEnded);
  await countersign(tx, ctx, overrideId, found.madeBy);
  return found;
}

export async function changeOverride<Known extends OverrideRow>(
  tx: Database,
  ctx: Context,
  override: Known,
  done: string,
  changes: Partial<OverrideRow>,
  at: Date,
): Promise<Known> {
  const [changed] = await tx.update(overrides).set(changes).where(eq(overrides.id, override.id)).returning();
  await record(tx, ctx, { action: `override.${done}`, subjectId: override.id, caseId: override.caseId, at });
  return { ...override, ...(changed ?? fail(overrideNotFound)) };
}

/** Ends an override, and in the same moment every referral that rests on it. */
export async function endOverride<Known extends OverrideRow>(
  tx: Database,
  ctx: Context,
  override: Known,
  done: string,
  changes: Partial<OverrideRow>,
  at: Date,
): Promise<Known> {
  const resting = await claimReferralsOn(tx, ctx, { overrideId: override.id });
  const ended = await changeOverride(tx, ctx, override, done, { ...changes, endedAt: at }, at);
  for (const referral of resting) await moveReferral(tx, ctx, referral, "withdraw", at);
  return ended;
}

/** Whether a member may make an override that acts at once; locks the member until the transaction ends. */
export async function mayActAlone(tx: Database, memberId: string): Promise<boolean> {
  const [found] = await rows<{ may: boolean }>(
    tx,
    sql`select handreiking.may_act_alone(${memberId}::uuid) as may`,
  );
  return found?.may === true;
}
