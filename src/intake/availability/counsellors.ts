import { findMember } from "../../identity/index.ts";
import { permissionMissing, personOf } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { fail } from "../../platform/http/problem.ts";
import { counsellorNotFound } from "./problems.ts";

/** A counsellor of the actor's helpline; a member without that role is none. */
export async function requireCounsellor(tx: Database, ctx: Context, counsellorId: string): Promise<void> {
  const member = await findMember(tx, ctx.actor.participantId, counsellorId);
  if (!member?.roles.includes("counsellor")) fail(counsellorNotFound);
}

const has = ({ actor }: Context, ...some: readonly string[]) =>
  actor.kind === "job" || some.some((role) => actor.roles?.includes(role));

/** Refuses unless it is the counsellor themself, or a coordinator: the two who keep a counsellor's time. */
export function permitKeeping(ctx: Context, counsellorId: string): void {
  if (personOf(ctx.actor) !== counsellorId && !has(ctx, "coordinator")) fail(permissionMissing);
}

/** Refuses whoever may not plan at a time that a counsellor does not offer: a counsellor does so for themself alone. */
export function permitOutside(ctx: Context, counsellorId: string): void {
  if (personOf(ctx.actor) !== counsellorId && !has(ctx, "coordinator", "intake")) fail(permissionMissing);
}

/** Refuses whoever may not keep what holds for all counsellors. */
export function permitForAll(ctx: Context): void {
  if (!has(ctx, "coordinator")) fail(permissionMissing);
}
