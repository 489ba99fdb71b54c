import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { Context, Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import { fail } from "../../platform/http/problem.ts";
import { sessions } from "../sessions/schema.ts";
import { samePerson, signInNeeded } from "./problems.ts";
import { countersignatures } from "./schema.ts";

/** The refusals of a decision that a second person takes. */
export const secondPersonProblems = [signInNeeded, samePerson] as const;

/**
 * The second person's own hand, in the transaction of the decision on `subjectId`: they are signed in, and another
 * human than each of the first. Answers who they are. The database takes no such decision without it.
 */
export async function countersign(
  tx: Database,
  ctx: Context,
  subjectId: string,
  ...firstIds: string[]
): Promise<string> {
  const { kind, id: memberId, sessionId, participantId } = ctx.actor;
  const at = ctx.now();
  if (kind !== "member" || !sessionId || !(await isSignedIn(tx, memberId, sessionId, at))) fail(signInNeeded);
  if (await isOneHuman(tx, memberId, firstIds)) fail(samePerson);
  const id = ctx.newId();
  await tx
    .insert(countersignatures)
    .values({ id, participantId, subjectId, firstIds: [...new Set(firstIds)], memberId, sessionId, at });
  return memberId;
}

/** Held until the transaction ends: a session that is ended meanwhile ends before or after the decision. */
async function isSignedIn(tx: Database, memberId: string, sessionId: string, at: Date): Promise<boolean> {
  const [live] = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        eq(sessions.id, sessionId),
        eq(sessions.memberId, memberId),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, at),
      ),
    )
    .for("share");
  return live !== undefined;
}

/** Whether a member of one's own is one human with one of the others, as far as passkeys and providers tell. */
export async function isOneHuman(
  tx: Database,
  memberId: string,
  others: readonly string[],
): Promise<boolean> {
  const [found] = await rows<{ one: boolean }>(
    tx,
    sql`select coalesce(bool_or(other::uuid = ${memberId}::uuid
        or handreiking.is_one_human(${memberId}::uuid, other::uuid)), false) as one
      from jsonb_array_elements_text(${JSON.stringify(others)}::text::jsonb) as other`,
  );
  return found?.one ?? false;
}
