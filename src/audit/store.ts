import { and, asc, desc, eq, gte, lt, ne, or, type SQL, sql } from "drizzle-orm";
import type { Context, Database } from "../platform/context.ts";
import type { Position } from "../platform/http/pagination.ts";
import { type AuditEventRow, auditEvents } from "./schema.ts";

export interface AuditFilters {
  since?: string | undefined;
  until?: string | undefined;
  subjectId?: string | undefined;
  caseId?: string | undefined;
  actorId?: string | undefined;
  action?: string | undefined;
}

interface Page {
  position: Position | undefined;
  limit: number;
}

/**
 * The entries of the actor's participant, the newest first: its own chain, and what others did to its records. Each of
 * the two is read in its own index's order, and cut before they are brought together.
 */
export async function listEntries(
  tx: Database,
  ctx: Context,
  filters: AuditFilters,
  { position, limit }: Page,
): Promise<AuditEventRow[]> {
  const { participantId } = ctx.actor;
  const after =
    position &&
    sql`(${auditEvents.at}, ${auditEvents.id}) < (${position[0]}::timestamptz, ${position[1]}::uuid)`;
  const read = (which: SQL | undefined) =>
    tx
      .select()
      .from(auditEvents)
      .where(and(which, matches(filters), after))
      .orderBy(desc(auditEvents.at), desc(auditEvents.id))
      .limit(limit);
  // Who acted elsewhere is not told, and so not asked for either.
  const [own, elsewhere] = await Promise.all([
    read(and(eq(auditEvents.participantId, participantId), actedBy(filters), aboutOwn(ctx, filters))),
    filters.actorId ? [] : read(elsewhereAbout(participantId)),
  ]);
  return [...own, ...elsewhere].sort(newestFirst).slice(0, limit);
}

const elsewhereAbout = (participantId: string) =>
  and(
    eq(auditEvents.subjectParticipantId, participantId),
    ne(auditEvents.participantId, auditEvents.subjectParticipantId),
  );

const matches = ({ since, until, subjectId, caseId, action }: AuditFilters) =>
  and(
    since ? gte(auditEvents.at, new Date(since)) : undefined,
    until ? lt(auditEvents.at, new Date(until)) : undefined,
    subjectId ? eq(auditEvents.subjectId, subjectId) : undefined,
    caseId ? eq(auditEvents.caseId, caseId) : undefined,
    action ? eq(auditEvents.action, action) : undefined,
  );

const actedBy = ({ actorId }: AuditFilters) =>
  actorId ? or(eq(auditEvents.actorId, actorId), eq(auditEvents.onBehalfOf, actorId)) : undefined;

/** A case is asked for by its own participant alone: a recipient must not learn which of its referrals share one. */
const aboutOwn = (ctx: Context, { caseId }: AuditFilters) =>
  caseId ? eq(auditEvents.subjectParticipantId, ctx.actor.participantId) : undefined;

const newestFirst = (a: AuditEventRow, b: AuditEventRow) =>
  b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1);

/** What was read or done in a case of the transaction's participant, also elsewhere; the oldest first. */
export const listCaseEntries = (
  tx: Database,
  ctx: Context,
  caseId: string,
  { position, limit }: Partial<Page> = {},
) => {
  const entries = tx
    .select()
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.caseId, caseId),
        eq(auditEvents.subjectParticipantId, ctx.actor.participantId),
        position &&
          sql`(${auditEvents.at}, ${auditEvents.id}) > (${position[0]}::timestamptz, ${position[1]}::uuid)`,
      ),
    )
    .orderBy(asc(auditEvents.at), asc(auditEvents.id))
    .$dynamic();
  return limit === undefined ? entries : entries.limit(limit);
};
export type CaseEntry = AuditEventRow;

export const positionOf = ({ at, id }: AuditEventRow): Position => [at.toISOString(), id];
