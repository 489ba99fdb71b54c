import { and, eq, gt, isNull } from "drizzle-orm";
import { actingMember } from "../../permissions.ts";
import { dayOf, startOfDay } from "../../platform/calendar.ts";
import type { Context, Database } from "../../platform/context.ts";
import type { NextStep, Todo } from "../../platform/todo.ts";
import { covers } from "../schema.ts";

export const coverTaskKinds = {
  "begin-cover": ["listCovers", "GET", "/v1/covers"],
} as const satisfies Record<string, NextStep>;
type Kind = keyof typeof coverTaskKinds;

/** Whose leave the acting member is to cover: from when it is arranged until its first day is over. */
export async function listCoverTodos(tx: Database, ctx: Context): Promise<Todo<Kind>[]> {
  const now = ctx.now();
  const found = await tx
    .select()
    .from(covers)
    .where(and(eq(covers.coveredBy, actingMember(ctx)), gt(covers.endsAt, now), isNull(covers.endedAt)));
  return found
    .filter(({ startsAt }) => now < startOfDay(dayOf(startsAt), { days: 1 }))
    .map(({ id, startsAt, arrangedAt }) => ({
      kind: "begin-cover",
      subjectId: id,
      why: startsAt <= now ? "begun" : "arranged",
      dueAt: startOfDay(dayOf(startsAt), { days: 1 }),
      since: arrangedAt,
    }));
}
