import { and, desc, eq, getTableColumns, gt, isNull, sql } from "drizzle-orm";
import type { Role } from "../../permissions.ts";
import type { Context, Database, Platform } from "../../platform/context.ts";
import { actFor, rows } from "../../platform/database/transact.ts";
import type { Position } from "../../platform/http/pagination.ts";
import { idleSince, usualLimits } from "./limits.ts";
import { sessions } from "./schema.ts";

type Clocked = Pick<Platform, "now" | "sessionLimits">;

export interface LiveSession {
  id: string;
  participantId: string;
  memberId: string;
  operator: boolean;
  roles: Role[];
  seenAt: Date;
}

/** Whose session has the token now, before any participant is set. */
export async function findSession(
  platform: Clocked & Pick<Platform, "db">,
  tokenHash: string,
): Promise<LiveSession | undefined> {
  const now = platform.now();
  const since = idleSince(now, platform.sessionLimits ?? usualLimits);
  const [found] = await rows<Omit<LiveSession, "seenAt"> & { seenAt: string | Date }>(
    platform.db,
    sql`select session_id as id, participant_id as "participantId", member_id as "memberId", operator, roles,
      seen_at as "seenAt"
      from handreiking.find_session(${tokenHash}, ${now.toISOString()}::timestamptz, ${since.toISOString()}::timestamptz)`,
  );
  return found && { ...found, seenAt: new Date(found.seenAt) };
}

/** Notes that a session was seen, unless it has ended meanwhile. */
export async function noteSeen({ db, now }: Platform, { id, participantId }: LiveSession): Promise<void> {
  await db.transaction(async (tx) => {
    await actFor(tx, participantId);
    await tx
      .update(sessions)
      .set({ seenAt: now() })
      .where(and(eq(sessions.id, id), isNull(sessions.endedAt)));
  });
}

const live = (ctx: Clocked & Pick<Context, "actor">, memberId: string) => {
  const now = ctx.now();
  return and(
    eq(sessions.participantId, ctx.actor.participantId),
    eq(sessions.memberId, memberId),
    isNull(sessions.endedAt),
    gt(sessions.expiresAt, now),
    gt(sessions.seenAt, idleSince(now, ctx.sessionLimits ?? usualLimits)),
  );
};

const { tokenHash: _hidden, ...toldOfSession } = getTableColumns(sessions);

/** A member's sessions that last, the newest first, after `position`. */
export const listSessionRows = (
  tx: Database,
  ctx: Context,
  memberId: string,
  position: Position | undefined,
  limit: number,
) =>
  tx
    .select(toldOfSession)
    .from(sessions)
    .where(
      and(
        live(ctx, memberId),
        position &&
          sql`(${sessions.startedAt}, ${sessions.id}) < (${position[0]}::timestamptz, ${position[1]}::uuid)`,
      ),
    )
    .orderBy(desc(sessions.startedAt), desc(sessions.id))
    .limit(limit);

/** Ends the sessions of a member that last, or one of them, and tells which. */
export async function endSessionRows(
  tx: Database,
  ctx: Context,
  memberId: string,
  sessionId?: string,
): Promise<string[]> {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: ctx.now() })
    .where(and(live(ctx, memberId), sessionId === undefined ? undefined : eq(sessions.id, sessionId)))
    .returning({ id: sessions.id });
  return ended.map(({ id }) => id);
}
