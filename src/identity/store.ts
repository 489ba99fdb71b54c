import { and, arrayContains, asc, eq, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Role } from "../permissions.ts";
import type { Context, Database } from "../platform/context.ts";
import type { Position } from "../platform/http/pagination.ts";
import { fail } from "../platform/http/problem.ts";
import type { NewMember } from "./members/wire.ts";
import { participantNotFound } from "./problems.ts";
import { members, participants, partnerships } from "./schema.ts";
import type { PartnershipTerms } from "./wire.ts";

const withTerms = (tx: Database) =>
  tx
    .select({ participant: participants, terms: partnerships })
    .from(participants)
    .leftJoin(partnerships, eq(partnerships.participantId, participants.id));

export async function findParticipant(tx: Database, participantId: string) {
  const [found] = await withTerms(tx).where(eq(participants.id, participantId));
  return found;
}

/** The same, held until the transaction ends: the operator's alone. */
export async function claimParticipant(tx: Database, participantId: string) {
  await tx
    .select({ id: participants.id })
    .from(participants)
    .where(eq(participants.id, participantId))
    .for("update");
  return (await findParticipant(tx, participantId)) ?? fail(participantNotFound);
}

/** What was agreed, as it is kept. */
export const agreed = (terms: PartnershipTerms, agreedAt: Date) => ({
  sends: terms.sends,
  receives: terms.receives,
  acknowledgeWithin: terms.acknowledgeWithin,
  answerWithin: terms.answerWithin,
  answerGrace: terms.answerGrace,
  introduceWithin: terms.introduceWithin,
  confirmWithin: terms.confirmWithin,
  workingDays: [...new Set(terms.workingDays)].sort(),
  retentionDays: terms.retentionDays ?? null,
  caseRetentionDays: terms.caseRetentionDays ?? null,
  auditYears: terms.auditYears,
  agreedAt,
});

/** Who agreed to keep cases, or what it received, for so many days and no longer. */
export const listRetentions = (db: Database) =>
  db
    .select({
      participantId: partnerships.participantId,
      retentionDays: partnerships.retentionDays,
      caseRetentionDays: partnerships.caseRetentionDays,
    })
    .from(partnerships)
    .where(or(isNotNull(partnerships.retentionDays), isNotNull(partnerships.caseRetentionDays)));

/** The participant that runs the network. */
export async function findOperator(db: Database): Promise<string> {
  const [operator] = await db
    .select({ id: participants.id })
    .from(participants)
    .where(eq(participants.operator, true));
  if (!operator) throw new Error("the network has no operator");
  return operator.id;
}

/** Participants by name, after `position`. */
export const listParticipantRows = (tx: Database, position: Position | undefined, limit: number) =>
  withTerms(tx)
    .where(
      position && sql`(${participants.name}, ${participants.id}) > (${position[0]}, ${position[1]}::uuid)`,
    )
    .orderBy(asc(participants.name), asc(participants.id))
    .limit(limit);

/** Members of the participant that the transaction runs for, by name, after `position`; `acting`: who is not suspended. */
export const listMemberRows = (
  tx: Database,
  participantId: string,
  position: Position | undefined,
  limit: number,
  { acting = false, role }: { acting?: boolean; role?: Role | undefined } = {},
) =>
  tx
    .select()
    .from(members)
    .where(
      and(
        eq(members.participantId, participantId),
        acting ? isNull(members.suspendedAt) : undefined,
        role && arrayContains(members.roles, [role]),
        position && sql`(${members.name}, ${members.id}) > (${position[0]}, ${position[1]}::uuid)`,
      ),
    )
    .orderBy(asc(members.name), asc(members.id))
    .limit(limit);

export async function findMember(tx: Database, participantId: string, memberId: string) {
  const [member] = await tx
    .select()
    .from(members)
    .where(and(eq(members.participantId, participantId), eq(members.id, memberId)));
  return member;
}

export async function insertMember(
  tx: Database,
  ctx: Context,
  participantId: string,
  { name, roles }: NewMember,
) {
  const [member] = await tx
    .insert(members)
    .values({ id: ctx.newId(), participantId, name, roles: [...new Set(roles)], addedAt: ctx.now() })
    .returning();
  return member as NonNullable<typeof member>;
}
