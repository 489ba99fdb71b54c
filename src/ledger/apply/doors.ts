import { type SQL, sql } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import type { Again } from "../../handoff/index.ts";
import type { Context, Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";

/** What is open in a restored database: none of it can be trusted to be in the hands that it was given to. */
export interface Shut {
  sessions: number;
  invitations: number;
  calendarFeeds: number;
  safeContacts: number;
  callBacks: number;
}

const idsOf = async (tx: Database, statement: SQL): Promise<string[]> =>
  (await rows<{ id: string }>(tx, statement)).map(({ id }) => id);

const nowOf = (ctx: Context) => sql`${ctx.now().toISOString()}::timestamptz`;

const endSessions = (tx: Database, ctx: Context, one = sql`true`) =>
  idsOf(
    tx,
    sql`update handreiking.session set ended_at = ${nowOf(ctx)}
      where participant_id = ${ctx.actor.participantId}::uuid and ended_at is null and ${one} returning id`,
  );

const voidInvitations = (tx: Database, ctx: Context, one = sql`true`) =>
  idsOf(
    tx,
    sql`update handreiking.invitation set voided_at = ${nowOf(ctx)}
      where participant_id = ${ctx.actor.participantId}::uuid and used_at is null and voided_at is null and ${one}
      returning id`,
  );

export const endSessionAgain: Again = async (tx, ctx, { subjectId }) => {
  const ended = await endSessions(tx, ctx, sql`id = ${subjectId}::uuid`);
  for (const id of ended) await record(tx, ctx, { action: "session.ended", subjectId: id });
  return ended.length > 0;
};

export const endInvitationAgain: Again = async (tx, ctx, { subjectId }) => {
  const voided = await voidInvitations(tx, ctx, sql`id = ${subjectId}::uuid`);
  for (const id of voided) await record(tx, ctx, { action: "member.invitation-revoked", subjectId: id });
  return voided.length > 0;
};

/** Shuts all doors of the actor's participant, and has what is planned with callers checked again. */
export async function shutDoors(tx: Database, ctx: Context): Promise<Shut> {
  const own = sql`participant_id = ${ctx.actor.participantId}::uuid`;
  const sessions = await endSessions(tx, ctx);
  const invitations = await voidInvitations(tx, ctx);
  const feeds = await idsOf(
    tx,
    sql`update handreiking.calendar_feed set revoked = true where ${own} and not revoked returning id`,
  );
  const safe = await idsOf(
    tx,
    sql`update handreiking.safe_contact set verified_at = null, verified_by = null
      where ${own} and verified_at is not null returning case_id as id`,
  );
  for (const id of sessions) await record(tx, ctx, { action: "session.ended", subjectId: id });
  for (const id of invitations) await record(tx, ctx, { action: "member.invitation-revoked", subjectId: id });
  for (const id of feeds) await record(tx, ctx, { action: "calendar.revoked", subjectId: id });
  for (const id of safe)
    await record(tx, ctx, { action: "safe-contact.unverified", subjectId: id, caseId: id });
  return {
    sessions: sessions.length,
    invitations: invitations.length,
    calendarFeeds: feeds.length,
    safeContacts: safe.length,
    callBacks: 0,
  };
}
