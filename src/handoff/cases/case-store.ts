import { and, asc, eq, inArray } from "drizzle-orm";
import { members } from "../../identity/index.ts";
import { actingMember } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { fail } from "../../platform/problem.ts";
import {
  caseNotFound,
  caseNotShared,
  caseOwnerOnly,
  colleagueNotFound,
  consentNotFound,
  helpQuestionNotFound,
} from "../problems.ts";
import { caseAccess, cases, consents, helpQuestions } from "../schema.ts";

export { actingMember };

const accessOf = (ctx: Context) =>
  and(eq(caseAccess.caseId, cases.id), eq(caseAccess.memberId, actingMember(ctx)));

/** A case of the acting member's helpline, whoever may read it: for what tells nothing of it. */
export async function findCase(tx: Database, ctx: Context, caseId: string) {
  const [found] = await tx.select().from(cases).where(ownedBy(ctx, caseId));
  return found ?? fail(caseNotFound);
}

/** The same, locked: its owner and colleagues stay as they are until the transaction ends. */
export async function claimCase(tx: Database, ctx: Context, caseId: string) {
  const [found] = await tx.select().from(cases).where(ownedBy(ctx, caseId)).for("update");
  return found ?? fail(caseNotFound);
}

/** A case that the acting member owns, locked. */
export async function claimOwnCase(tx: Database, ctx: Context, caseId: string) {
  const claimed = await claimCase(tx, ctx, caseId);
  if (claimed.ownerId === actingMember(ctx)) return claimed;
  await findReadableCase(tx, ctx, caseId);
  return fail(caseOwnerOnly);
}

const ownedBy = (ctx: Context, caseId: string) =>
  and(eq(cases.participantId, ctx.actor.participantId), eq(cases.id, caseId));

/** A case that the acting member may read: as its owner, or as a colleague named in it. */
export async function findReadableCase(tx: Database, ctx: Context, caseId: string) {
  const [found] = await tx
    .select({ case: cases, sharedWith: caseAccess.memberId })
    .from(cases)
    .leftJoin(caseAccess, accessOf(ctx))
    .where(ownedBy(ctx, caseId));
  return checkAccess(ctx, found ?? fail(caseNotFound));
}

function checkAccess<T extends { case: { ownerId: string }; sharedWith: string | null }>(
  ctx: Context,
  found: T,
) {
  if (found.case.ownerId !== actingMember(ctx) && found.sharedWith === null) fail(caseNotShared);
  return found.case as T["case"];
}

/** A help question of a readable case, with its case. */
export async function findReadableQuestion(tx: Database, ctx: Context, helpQuestionId: string) {
  const [found] = await tx
    .select({ question: helpQuestions, case: cases, sharedWith: caseAccess.memberId })
    .from(helpQuestions)
    .innerJoin(cases, eq(cases.id, helpQuestions.caseId))
    .leftJoin(caseAccess, accessOf(ctx))
    .where(
      and(eq(helpQuestions.participantId, ctx.actor.participantId), eq(helpQuestions.id, helpQuestionId)),
    );
  if (!found) return fail(helpQuestionNotFound);
  return { question: found.question, case: checkAccess(ctx, found) };
}

/** Refuses unless all are members of the acting member's own participant. */
export async function requireColleagues(tx: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const known = await tx
    .select({ id: members.id })
    .from(members)
    .where(inArray(members.id, [...ids]));
  if (known.length < ids.length) fail(colleagueNotFound);
}

export const listColleagues = (tx: Database, caseId: string) =>
  tx.select({ memberId: caseAccess.memberId }).from(caseAccess).where(eq(caseAccess.caseId, caseId));

export const listQuestions = (tx: Database, caseId: string) =>
  tx
    .select()
    .from(helpQuestions)
    .where(eq(helpQuestions.caseId, caseId))
    .orderBy(asc(helpQuestions.addedAt), asc(helpQuestions.id));

export const listConsents = (tx: Database, caseId: string) =>
  tx
    .select()
    .from(consents)
    .where(eq(consents.caseId, caseId))
    .orderBy(asc(consents.givenAt), asc(consents.id));

/**
 * Locks a consent: `share` to build on it, `update` to withdraw it.
 * Always before the referrals that rest on it, so that an offer and a withdrawal never wait for each other.
 */
export async function claimConsent(
  tx: Database,
  ctx: Context,
  consentId: string,
  strength: "share" | "update",
) {
  const [consent] = await tx
    .select()
    .from(consents)
    .where(and(eq(consents.participantId, ctx.actor.participantId), eq(consents.id, consentId)))
    .for(strength);
  return consent ?? fail(consentNotFound);
}
