import { and, eq } from "drizzle-orm";
import type { Context, Database } from "../../platform/context.ts";
import { fail } from "../../platform/http/problem.ts";
import { type CalendarFeedRow, calendarFeeds } from "../schema.ts";
import { calendarFeedNotFound } from "./problems.ts";

export async function findFeed(tx: Database, ctx: Context, feedId: string): Promise<CalendarFeedRow> {
  const { participantId } = ctx.actor;
  const [row] = await tx
    .select()
    .from(calendarFeeds)
    .where(and(eq(calendarFeeds.participantId, participantId), eq(calendarFeeds.id, feedId)));
  return row ?? fail(calendarFeedNotFound);
}
