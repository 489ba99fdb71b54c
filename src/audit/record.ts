import { and, eq, isNotNull } from "drizzle-orm";
import type { Context, Database } from "../platform/context.ts";
import { insertion } from "../platform/database/statement.ts";
import { type CaseAction, type OtherAction, purposeOf } from "./actions.ts";
import { auditEvents } from "./schema.ts";

type Entry = {
  subjectId: string;
  /** Whose record it is, when it is not the actor's own participant's. */
  subjectParticipantId?: string;
  /** Given when the record itself names the entry, as a referral names its last move. */
  id?: string;
  /** When, if what it is written with happened at one time already taken. */
  at?: Date;
  outcome?: "refused";
} & (
  | { action: CaseAction; caseId: string | undefined }
  | { action: OtherAction; caseId?: string | undefined }
);

const insertEntry = insertion(auditEvents, [
  "id",
  "participantId",
  "subjectParticipantId",
  "actorKind",
  "actorId",
  "onBehalfOf",
  "actorRoles",
  "operation",
  "action",
  "purpose",
  "outcome",
  "subjectId",
  "caseId",
  "at",
]);

/** Writes who did what to which record, in the transaction that does it. */
export async function record(tx: Database, ctx: Context, entry: Entry): Promise<void> {
  const { kind, id, participantId, onBehalfOf, roles } = ctx.actor;
  const row = {
    id: entry.id ?? ctx.newId(),
    participantId,
    subjectParticipantId: entry.subjectParticipantId ?? participantId,
    actorKind: kind,
    actorId: id,
    onBehalfOf: onBehalfOf ?? null,
    actorRoles: [...(roles ?? [])],
    operation: ctx.operationId ?? null,
    action: entry.action,
    purpose: purposeOf(entry.action),
    outcome: entry.outcome ?? ("allowed" as const),
    subjectId: entry.subjectId,
    caseId: entry.caseId ?? null,
    at: entry.at ?? ctx.now(),
  };
  await insertEntry(tx, [row]);
}

/** The case that earlier entries on a record name: known also after the record itself is gone. */
export async function caseOf(tx: Database, subjectId: string): Promise<string | undefined> {
  const [named] = await tx
    .select({ caseId: auditEvents.caseId })
    .from(auditEvents)
    .where(and(eq(auditEvents.subjectId, subjectId), isNotNull(auditEvents.caseId)))
    .limit(1);
  return named?.caseId ?? undefined;
}
