import { createRoute, z } from "@hono/zod-openapi";
import { and, asc, eq } from "drizzle-orm";
import { actingMember, needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { calendarFeeds } from "../schema.ts";
import { CalendarFeed, presentFeed } from "./wire.ts";

const most = 100;

const CalendarFeeds = z
  .object({ items: z.array(CalendarFeed).openapi({ description: `The oldest first, ${most} at most` }) })
  .openapi("CalendarFeeds");

const route = createRoute({
  operationId: "listCalendarFeeds",
  method: "get",
  path: "/calendar-feeds",
  tags: ["Planning"],
  summary: "List the addresses of one's own calendar",
  description: "Those that still lead somewhere. What they are is not told again.",
  security: needs("planning"),
  responses: { 200: json(CalendarFeeds, "The addresses"), ...problems(permissionMissing) },
});

export function listCalendarFeeds(ctx: Context): Promise<z.input<typeof CalendarFeeds>> {
  permit(ctx, "planning");
  return transact(ctx, async (tx) => {
    const found = await tx
      .select()
      .from(calendarFeeds)
      .where(and(eq(calendarFeeds.counsellorId, actingMember(ctx)), eq(calendarFeeds.revoked, false)))
      .orderBy(asc(calendarFeeds.madeAt))
      .limit(most);
    return { items: found.map(presentFeed) };
  });
}

export default operation(route, (ctx) => listCalendarFeeds(ctx));
