import { asc, eq, or } from "drizzle-orm";
import type { z } from "zod";
import type { Context, Database } from "../../platform/context.ts";
import { openWords } from "../conversations/get-conversation.ts";
import { openStepWords } from "../conversations/steps/get-step-list.ts";
import { listStepsOfCase } from "../conversations/steps/store.ts";
import { appointments, callbackRequests, conversationAdditions, conversations } from "../schema.ts";
import { presentTalk, type WholeCase } from "./wire.ts";

export const listRequestsOfCase = (tx: Database, caseId: string) =>
  tx
    .select()
    .from(callbackRequests)
    .where(eq(callbackRequests.caseId, caseId))
    .orderBy(asc(callbackRequests.receivedAt), asc(callbackRequests.id));

/** Those of the case, and of the requests that it came from. */
export const listAppointmentsOfCase = async (tx: Database, caseId: string) =>
  (
    await tx
      .select({ appointment: appointments })
      .from(appointments)
      .leftJoin(callbackRequests, eq(callbackRequests.id, appointments.requestId))
      .where(or(eq(appointments.caseId, caseId), eq(callbackRequests.caseId, caseId)))
      .orderBy(asc(appointments.startsAt), asc(appointments.id))
  ).map(({ appointment }) => appointment);

/** All conversations of a case with what was said and decided, the oldest first. */
export async function openConversations(
  tx: Database,
  ctx: Context,
  caseId: string,
): Promise<z.input<typeof WholeCase>["conversations"]> {
  const talks = await tx
    .select()
    .from(conversations)
    .where(eq(conversations.caseId, caseId))
    .orderBy(asc(conversations.startedAt), asc(conversations.id));
  const added = await tx
    .select()
    .from(conversationAdditions)
    .where(eq(conversationAdditions.caseId, caseId))
    .orderBy(asc(conversationAdditions.writtenAt), asc(conversationAdditions.id));
  const steps = await listStepsOfCase(tx, caseId);
  const words = await openStepWords(tx, ctx, caseId, steps);
  const decided = steps.map((step, at) => ({ step, words: words[at] }));
  const told: z.input<typeof WholeCase>["conversations"] = [];
  for (const talk of talks) {
    const additions = added.filter(({ conversationId }) => conversationId === talk.id);
    const said = await openWords(tx, ctx, talk, additions);
    const decisions = decided.filter(({ step }) => step.conversationId === talk.id);
    told.push(presentTalk(talk, { ...said, additions, decisions }));
  }
  return told;
}
