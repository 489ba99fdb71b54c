import { asc, inArray } from "drizzle-orm";
import type { Context, Database } from "../platform/context.ts";
import { auditEvents } from "./schema.ts";

interface Entry {
  /** What was done, as record and past participle: `referral.accepted`. */
  action: string;
  subjectId: string;
  /** Whose record it is, when it is not the actor's own participant's. */
  subjectParticipantId?: string;
  /** Given when the record itself names the entry, as a referral names its last move. */
  id?: string;
  /** When, if what it is written with happened at one time already taken. */
  at?: Date;
}

/** Writes who did what to which record, in the transaction that does it. */
export async function record(tx: Database, ctx: Context, entry: Entry): Promise<void> {
  const { kind, id, participantId, onBehalfOf } = ctx.actor;
  await tx.insert(auditEvents).values({
    id: entry.id ?? ctx.newId(),
    participantId,
    subjectParticipantId: entry.subjectParticipantId ?? participantId,
    actorKind: kind,
    actorId: id,
    onBehalfOf: onBehalfOf ?? null,
    action: entry.action,
    subjectId: entry.subjectId,
    at: entry.at ?? ctx.now(),
  });
}

/** What was read or done on the records, as far as the transaction's participant may see it; the oldest first. */
export const listEntriesOn = (tx: Database, subjectIds: readonly string[]) =>
  tx
    .select({
      at: auditEvents.at,
      participantId: auditEvents.participantId,
      actorKind: auditEvents.actorKind,
      action: auditEvents.action,
    })
    .from(auditEvents)
    .where(inArray(auditEvents.subjectId, [...subjectIds]))
    .orderBy(asc(auditEvents.at), asc(auditEvents.id));
