import { and, asc, eq, isNotNull, sql } from "drizzle-orm";
import { listCaseEntries } from "../../audit/index.ts";
import {
  caseNotes,
  codeWords,
  helpQuestionChanges,
  listConsents,
  listQuestions,
  takeOvers,
} from "../../cases/index.ts";
import { listNames } from "../../identity/index.ts";
import type { Context, Database } from "../../platform/context.ts";
import { listEmergencyRows } from "../emergencies/store.ts";
import { obligations } from "../obligations/schema.ts";
import { overrides, referrals } from "../schema.ts";

/** All rows of a case, as they are kept: what is sealed is sealed. */
export async function listCaseRows(tx: Database, ctx: Context, caseId: string) {
  const [helpQuestions, consents, overridden, offered, notes, words, changes, handOvers] = await Promise.all([
    listQuestions(tx, caseId),
    listConsents(tx, caseId),
    tx.select().from(overrides).where(eq(overrides.caseId, caseId)).orderBy(asc(overrides.madeAt)),
    tx
      .select({
        referral: referrals,
        service: sql<string>`handreiking.service_name(${referrals.serviceId})`,
        obligation: obligations,
      })
      .from(referrals)
      .leftJoin(obligations, eq(obligations.referralId, referrals.id))
      .where(and(eq(referrals.caseId, caseId), isNotNull(referrals.offeredAt)))
      .orderBy(asc(referrals.offeredAt), asc(referrals.id)),
    tx
      .select()
      .from(caseNotes)
      .where(eq(caseNotes.caseId, caseId))
      .orderBy(asc(caseNotes.writtenAt), asc(caseNotes.id)),
    tx.select({ caseId: codeWords.caseId }).from(codeWords).where(eq(codeWords.caseId, caseId)),
    tx
      .select()
      .from(helpQuestionChanges)
      .where(eq(helpQuestionChanges.caseId, caseId))
      .orderBy(asc(helpQuestionChanges.position)),
    tx.select().from(takeOvers).where(eq(takeOvers.caseId, caseId)).orderBy(asc(takeOvers.at)),
  ]);
  const called = await listEmergencyRows(tx, caseId);
  const looks = await listCaseEntries(tx, ctx, caseId);
  const names = await listNames(tx, [
    ...[consents, overridden].flatMap((bases) => bases.map(({ recipientId }) => recipientId)),
    ...offered.map(({ referral }) => referral.recipientId),
    ...looks.map(({ participantId }) => participantId),
  ]);
  const hasWord = words.length > 0;
  const held = { helpQuestions, changes, handOvers, consents, overridden, called, offered, notes };
  return { ...held, looks, names, hasWord };
}

export type CaseRows = Awaited<ReturnType<typeof listCaseRows>>;
