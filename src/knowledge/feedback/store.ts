import { and, desc, eq, or, sql } from "drizzle-orm";
import type { Context, Database } from "../../platform/context.ts";
import type { Position } from "../../platform/http/pagination.ts";
import { fail } from "../../platform/http/problem.ts";
import { feedbackNotFound } from "../problems.ts";
import { articleFeedback, type FeedbackRow } from "../schema.ts";

/** Feedback that the actor's participant gave or was given. */
const isParty = (ctx: Context) =>
  or(
    eq(articleFeedback.participantId, ctx.actor.participantId),
    eq(articleFeedback.giverId, ctx.actor.participantId),
  );

export async function findFeedback(tx: Database, ctx: Context, id: string): Promise<FeedbackRow> {
  const [found] = await tx
    .select()
    .from(articleFeedback)
    .where(and(eq(articleFeedback.id, id), isParty(ctx)));
  return found ?? fail(feedbackNotFound);
}

/** Feedback on an article of the actor's own helpline, locked until the transaction ends. */
export async function claimFeedback(tx: Database, ctx: Context, id: string): Promise<FeedbackRow> {
  const [found] = await tx
    .select()
    .from(articleFeedback)
    .where(and(eq(articleFeedback.id, id), eq(articleFeedback.participantId, ctx.actor.participantId)))
    .for("update");
  return found ?? fail(feedbackNotFound);
}

/** The newest first, after `position`. */
export const listFeedbackRows = (
  tx: Database,
  ctx: Context,
  articleId: string,
  position: Position | undefined,
  limit: number,
): Promise<FeedbackRow[]> =>
  tx
    .select()
    .from(articleFeedback)
    .where(
      and(
        eq(articleFeedback.articleId, articleId),
        isParty(ctx),
        position &&
          sql`(${articleFeedback.givenAt}, ${articleFeedback.id}) < (${position[0]}::timestamptz, ${position[1]}::uuid)`,
      ),
    )
    .orderBy(desc(articleFeedback.givenAt), desc(articleFeedback.id))
    .limit(limit);
