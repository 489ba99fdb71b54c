import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { members } from "../identity/index.ts";
import { actingMember, permissionsOfRoles } from "../permissions.ts";
import type { Context, Database } from "../platform/context.ts";
import { fail } from "../platform/http/problem.ts";
import {
  caseNotFound,
  caseNotShared,
  caseOwnerOnly,
  colleagueCannotAct,
  colleagueNotFound,
  colleagueReadsNot,
  consentNotFound,
  helpQuestionNotFound,
} from "./problems.ts";
import { caseAccess, cases, consents, helpQuestions } from "./schema.ts";

/** In whose place the acting member stands now: their own, and that of each colleague whose leave they cover. */
export const standsFor = (ctx: Context): SQL =>
  sql`handreiking.stands_for(${actingMember(ctx)}::uuid, ${ctx.now().toISOString()}::timestamptz)`;

/**
 * Whether the acting member may read the case in `caseId`: as its owner or named in it, or in such a one's place.
 * The column stands in a statement of its own, or drizzle would leave out its table where only one is asked, and
 * PostgreSQL would take it for the file's own: then whoever owns any case would read all.
 */
export const mayRead = (ctx: Context, caseId: PgColumn): SQL<boolean> => sql`exists (
  select from handreiking."case" as file where file.id = ${sql`${caseId}`} and (file.owner_id = any(${standsFor(ctx)})
    or exists (select from handreiking.case_access as shared
      where shared.case_id = file.id and shared.member_id = any(${standsFor(ctx)}))))`;

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

/** A case that the acting member may read. */
export async function findReadableCase(tx: Database, ctx: Context, caseId: string) {
  const [found] = await tx
    .select({ case: cases, readable: mayRead(ctx, cases.id) })
    .from(cases)
    .where(ownedBy(ctx, caseId));
  return checkAccess(found ?? fail(caseNotFound));
}

function checkAccess<T>(found: { case: T; readable: boolean }): T {
  if (!found.readable) fail(caseNotShared);
  return found.case;
}

/** A help question of a readable case, with its case. */
export async function findReadableQuestion(tx: Database, ctx: Context, helpQuestionId: string) {
  const [found] = await tx
    .select({ question: helpQuestions, case: cases, readable: mayRead(ctx, cases.id) })
    .from(helpQuestions)
    .innerJoin(cases, eq(cases.id, helpQuestions.caseId))
    .where(
      and(eq(helpQuestions.participantId, ctx.actor.participantId), eq(helpQuestions.id, helpQuestionId)),
    );
  if (!found) return fail(helpQuestionNotFound);
  return { question: found.question, case: checkAccess(found) };
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

/** Refuses unless it is a colleague who may be given a case: a counsellor who can sign in. */
export async function requireCounsellor(tx: Database, memberId: string): Promise<void> {
  const [found] = await tx
    .select({ roles: members.roles })
    .from(members)
    .where(and(eq(members.id, memberId), isNull(members.suspendedAt)))
    // A suspension and what is given to the member see each other.
    .for("share");
  if (!found || !permissionsOfRoles(found.roles, false).has("cases")) fail(colleagueCannotAct);
}

/** Refuses unless the member may be given a help question of the case: a counsellor, its owner or named in it. */
export async function requireReader(
  tx: Database,
  file: { id: string; ownerId: string },
  memberId: string,
): Promise<void> {
  await requireCounsellor(tx, memberId);
  if (memberId === file.ownerId) return;
  const named = await listColleagues(tx, file.id);
  if (!named.some((colleague) => colleague.memberId === memberId)) fail(colleagueReadsNot);
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

export async function findConsent(tx: Database, ctx: Context, consentId: string) {
  const [consent] = await tx
    .select()
    .from(consents)
    .where(and(eq(consents.participantId, ctx.actor.participantId), eq(consents.id, consentId)));
  return consent ?? fail(consentNotFound);
}

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
