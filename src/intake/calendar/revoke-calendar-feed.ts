import { createRoute, z } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import { permitKeeping } from "../availability/counsellors.ts";
import { calendarFeeds } from "../schema.ts";
import { calendarFeedNotFound } from "./problems.ts";
import { findFeed } from "./store.ts";

const route = createRoute({
  operationId: "revokeCalendarFeed",
  method: "delete",
  path: "/calendar-feeds/{feedId}",
  tags: ["Planning"],
  summary: "Revoke the address of a calendar",
  description: "It leads nowhere from this moment, for good: by the counsellor themself, or a coordinator.",
  security: needs("planning"),
  request: { params: z.object({ feedId: Id.openapi({ example: "5c7e9a1b-3d4f-4e60-8a2c-4b6d8f0a1c2e" }) }) },
  responses: {
    204: { description: "It leads nowhere" },
    ...problems(calendarFeedNotFound, permissionMissing),
  },
});

export function revokeCalendarFeed(ctx: Context, feedId: string): Promise<undefined> {
  permit(ctx, "planning");
  return transact(ctx, async (tx) => {
    const { counsellorId } = await findFeed(tx, ctx, feedId);
    permitKeeping(ctx, counsellorId);
    await tx.update(calendarFeeds).set({ revoked: true }).where(eq(calendarFeeds.id, feedId));
    await record(tx, ctx, { action: "calendar.revoked", subjectId: feedId });
    return undefined;
  });
}

export default operation(route, (ctx, { params }) => revokeCalendarFeed(ctx, params.feedId));
