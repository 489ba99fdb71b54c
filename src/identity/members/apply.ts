import { and, eq, ne, sql } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { personOf } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { fail } from "../../platform/http/problem.ts";
import { lastAdministrator, memberNotFound, notYourself } from "../problems.ts";
import { type MemberRow, members } from "../schema.ts";
import { insertMember } from "../store.ts";
import { type Member, type NewMember, presentMember } from "./wire.ts";

/** A member of the actor's participant, locked until the transaction ends. */
export async function claimMember(tx: Database, ctx: Context, memberId: string): Promise<MemberRow> {
  const { participantId } = ctx.actor;
  // In one order and all of them: two administrators may be about to take each other's place away.
  await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.participantId, participantId), administers))
    .orderBy(members.id)
    .for("update");
  const [member] = await tx
    .select()
    .from(members)
    .where(and(eq(members.participantId, participantId), eq(members.id, memberId)))
    .for("update");
  return member ?? fail(memberNotFound);
}

const administers = sql`'administrator' = any(${members.roles}) and ${members.suspendedAt} is null`;

export async function applyNewMember(tx: Database, ctx: Context, input: NewMember): Promise<Member> {
  const member = await insertMember(tx, ctx, ctx.actor.participantId, input);
  await record(tx, ctx, { action: "member.added", subjectId: member.id });
  return presentMember(member);
}

/** What a proposal to change a member was made on. */
export const standingMember = ({ name, roles, suspendedAt }: MemberRow) => ({
  name,
  roles,
  suspended: suspendedAt !== null,
});

/** Gives a claimed member another name or other roles. */
export async function applyMember(
  tx: Database,
  ctx: Context,
  before: MemberRow,
  { name, roles }: NewMember,
): Promise<MemberRow> {
  const after = { ...before, name, roles: [...new Set(roles)] };
  if (after.name === before.name && isSame(after.roles, before.roles)) return before;
  if (!roles.includes("administrator")) await keepAnAdministrator(tx, before);
  await tx.update(members).set({ name, roles: after.roles }).where(eq(members.id, before.id));
  await record(tx, ctx, { action: "member.changed", subjectId: before.id });
  return after;
}

const isSame = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((one) => others.includes(one));

/** Suspends a claimed member, which ends their sessions, or takes them back. */
export async function applySuspension(
  tx: Database,
  ctx: Context,
  before: MemberRow,
  suspended: boolean,
): Promise<MemberRow> {
  if ((before.suspendedAt !== null) === suspended) return before;
  if (suspended && personOf(ctx.actor) === before.id) fail(notYourself);
  if (suspended) await keepAnAdministrator(tx, before);
  const suspendedAt = suspended ? ctx.now() : null;
  await tx.update(members).set({ suspendedAt }).where(eq(members.id, before.id));
  const action = suspended ? "member.suspended" : "member.reinstated";
  await record(tx, ctx, { action, subjectId: before.id });
  return { ...before, suspendedAt };
}

/** Refuses when nobody but the one who is about to be no administrator is one. */
async function keepAnAdministrator(tx: Database, leaving: MemberRow): Promise<void> {
  if (leaving.suspendedAt || !leaving.roles.includes("administrator")) return;
  const [other] = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.participantId, leaving.participantId), administers, ne(members.id, leaving.id)))
    .limit(1);
  if (!other) fail(lastAdministrator);
}
