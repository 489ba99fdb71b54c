import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { conversations } from "../../intake/index.ts";
import type { Context, Database } from "../../platform/context.ts";
import { fail } from "../../platform/http/problem.ts";
import { conversationNotFound, signalNotFound } from "../problems.ts";
import { type SignalReviewRow, type SignalRow, signalReviews, signals } from "../schema.ts";

export interface Reviewed {
  signal: SignalRow;
  review: SignalReviewRow | null;
}

const own = (ctx: Context) => eq(signals.participantId, ctx.actor.participantId);

export async function findSignal(tx: Database, ctx: Context, signalId: string): Promise<Reviewed> {
  const [signal] = await tx
    .select()
    .from(signals)
    .where(and(own(ctx), eq(signals.id, signalId)));
  return signal ? { signal, review: await findReview(tx, signalId) } : fail(signalNotFound);
}

/** The same, locked: two reviews of it wait for each other. */
export async function claimSignal(tx: Database, ctx: Context, signalId: string): Promise<SignalRow> {
  const [signal] = await tx
    .select()
    .from(signals)
    .where(and(own(ctx), eq(signals.id, signalId)))
    .for("update");
  return signal ?? fail(signalNotFound);
}

export async function findReview(tx: Database, signalId: string): Promise<SignalReviewRow | null> {
  const [review] = await tx
    .select()
    .from(signalReviews)
    .where(eq(signalReviews.signalId, signalId))
    .orderBy(desc(signalReviews.reviewedAt), desc(signalReviews.id))
    .limit(1);
  return review ?? null;
}

/** The case of a conversation of the actor's participant. */
export async function findConversationCase(
  tx: Database,
  ctx: Context,
  conversationId: string,
): Promise<string> {
  const [found] = await tx
    .select({ caseId: conversations.caseId })
    .from(conversations)
    .where(
      and(eq(conversations.participantId, ctx.actor.participantId), eq(conversations.id, conversationId)),
    );
  return found?.caseId ?? fail(conversationNotFound);
}

/** The latest review of each. */
export async function listReviews(
  tx: Database,
  ids: readonly string[],
): Promise<Map<string, SignalReviewRow>> {
  if (ids.length === 0) return new Map();
  const found = await tx
    .selectDistinctOn([signalReviews.signalId])
    .from(signalReviews)
    .where(inArray(signalReviews.signalId, [...ids]))
    .orderBy(signalReviews.signalId, desc(signalReviews.reviewedAt), desc(signalReviews.id));
  return new Map(found.map((review) => [review.signalId, review]));
}

export const reviewStates = ["unreviewed", "counts", "does-not-count", "duplicate-of"] as const;

/** Those whose latest review says so, as a condition. */
export const inState = (state: (typeof reviewStates)[number]) =>
  state === "unreviewed"
    ? sql`not exists (select from handreiking.signal_review where signal_id = ${signals.id})`
    : sql`(select verdict from handreiking.signal_review where signal_id = ${signals.id}
        order by reviewed_at desc, id desc limit 1) = ${state}`;
