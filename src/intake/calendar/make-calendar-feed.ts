import { createRoute, z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { actingMember, needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { requireCounsellor } from "../availability/counsellors.ts";
import { counsellorNotFound } from "../availability/problems.ts";
import { calendarFeeds } from "../schema.ts";
import { findFeed } from "./store.ts";
import { hashOf, newToken } from "./token.ts";
import { CalendarFeed, presentFeed } from "./wire.ts";

const NewCalendarFeed = z
  .object({
    ...CalendarFeed.shape,
    url: z.string().optional().openapi({
      description:
        "What a calendar app subscribes to. Whoever has it can read along: it is shown this once and kept nowhere, so a repeated request does not tell it again",
      example: "https://handreiking.example/v1/calendars/q1Jw0l4cX1t3b9sS0oV2rYyq5nP8uE7iA6kD3fG2hJ4.ics",
    }),
  })
  .openapi("NewCalendarFeed");

const route = createRoute({
  operationId: "makeCalendarFeed",
  method: "post",
  path: "/calendar-feeds",
  tags: ["Planning"],
  summary: "Make an address for one's own calendar",
  description:
    "For the counsellor's own calendar app, which asks for no password. Only times and opaque numbers stand there. Asked for again it is another address: revoke the one that was lost.",
  security: needs("planning"),
  responses: {
    201: json(NewCalendarFeed, "The address, shown this once"),
    ...problems(counsellorNotFound, permissionMissing),
  },
});

export function makeCalendarFeed(ctx: Context): Promise<z.input<typeof NewCalendarFeed>> {
  permit(ctx, "planning");
  const token = newToken();
  return transact(ctx, async (tx) => {
    const counsellorId = actingMember(ctx);
    await requireCounsellor(tx, ctx, counsellorId);
    const { participantId } = ctx.actor;
    const row = {
      id: ctx.newId(),
      participantId,
      counsellorId,
      tokenHash: hashOf(token),
      madeAt: ctx.now(),
      revoked: false,
    };
    await tx.insert(calendarFeeds).values(row);
    await record(tx, ctx, { action: "calendar.made", subjectId: row.id });
    return { ...presentFeed(row), url: `${ctx.signing.issuer}/v1/calendars/${token}.ics` };
  });
}

function presentAgain(ctx: Context, feedId: string): Promise<z.input<typeof NewCalendarFeed>> {
  permit(ctx, "planning");
  return transact(ctx, async (tx) => presentFeed(await findFeed(tx, ctx, feedId)));
}

export default operation(route, (ctx) => makeCalendarFeed(ctx), presentAgain);
