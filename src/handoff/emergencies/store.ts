import { and, asc, eq } from "drizzle-orm";
import type { CaseSeal } from "../../cases/index.ts";
import type { Context, Database } from "../../platform/context.ts";
import { fail } from "../../platform/http/problem.ts";
import { emergencyNotFound } from "./problems.ts";
import { type EmergencyRow, emergencies } from "./schema.ts";

export const placeOfWords = (id: string) => ({ table: "emergency", column: "sealed_words", rowId: id });
export const placeOfNew = (id: string) => ({ table: "emergency", column: "sealed_new", rowId: id });

/** What was told, and what is new since a refusal, in words. */
export const openWords = async (seal: CaseSeal, { id, sealedWords, sealedNew }: EmergencyRow) => ({
  words: await seal.open(placeOfWords(id), sealedWords),
  ...(sealedNew && { newSince: await seal.open(placeOfNew(id), sealedNew) }),
});

/** An emergency call of the actor's helpline, locked. */
export async function claimEmergency(tx: Database, ctx: Context, id: string): Promise<EmergencyRow> {
  const [found] = await tx
    .select()
    .from(emergencies)
    .where(and(eq(emergencies.participantId, ctx.actor.participantId), eq(emergencies.id, id)))
    .for("update");
  return found ?? fail(emergencyNotFound);
}

/** Those of a case, the oldest first. */
export const listEmergencyRows = (tx: Database, caseId: string): Promise<EmergencyRow[]> =>
  tx
    .select()
    .from(emergencies)
    .where(eq(emergencies.caseId, caseId))
    .orderBy(asc(emergencies.recordedAt), asc(emergencies.id));
