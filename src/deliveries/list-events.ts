import { createRoute, z } from "@hono/zod-openapi";
import { and, asc, eq, gt, isNotNull, sql } from "drizzle-orm";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context } from "../platform/context.ts";
import { transact } from "../platform/database/transact.ts";
import { json, operation } from "../platform/http/operation.ts";
import { problems } from "../platform/http/problem.ts";
import { Id } from "../platform/text/text.ts";
import { events } from "./schema.ts";

const Event = z
  .object({
    id: Id.openapi({ example: "c7d1f6a2-3b4e-4c5d-8e6f-7a8b9c0d1e22" }),
    number: z.int().openapi({ description: "Its place in your feed", example: 17 }),
    type: z
      .string()
      .openapi({ description: "What happened, as record and past participle", example: "referral.accepted" }),
    subjectId: Id.openapi({
      description: "The record that it happened to",
      example: "d2f6b8a0-1c3e-4f57-9b8d-7e6a5c4b3f22",
    }),
    at: z.iso.datetime().openapi({ example: "2026-01-05T09:00:00.000Z" }),
  })
  .openapi("Event", { description: "What happened: ids only, never anything about a person" });

const Events = z
  .object({
    items: z.array(Event),
    after: z.int().openapi({ description: "What to ask for next", example: 17 }),
    more: z.boolean().openapi({ description: "Whether there are more events already", example: false }),
  })
  .openapi("Events");

const EventQuery = z.strictObject({
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0).openapi({
    type: "integer",
    description: "The number of the last event that you have; 0 for the beginning",
    example: 16,
  }),
  pageSize: z.coerce.number().int().min(1).max(100).default(25).openapi({
    type: "integer",
    description: "How many events a page holds at most",
    example: 25,
  }),
});

const route = createRoute({
  operationId: "listEvents",
  method: "get",
  path: "/events",
  tags: ["Events"],
  summary: "Read the event feed",
  description:
    "What happened to your participant's records, in order. Keep `after` and ask again with it: no event is skipped or told twice. An event tells that something happened; read the record for what.",
  security: needs("events:read"),
  request: { query: EventQuery },
  responses: { 200: json(Events, "A page of events"), ...problems(permissionMissing) },
});

export function listEvents(
  ctx: Context,
  { after, pageSize }: z.output<typeof EventQuery>,
): Promise<z.input<typeof Events>> {
  permit(ctx, "events:read");
  const { participantId } = ctx.actor;
  return transact(ctx, async (tx) => {
    // Numbers what has committed by now: a later number always means a later reading.
    await tx.execute(sql`select handreiking.number_events(${participantId}::uuid)`);
    const found = await tx
      .select()
      .from(events)
      .where(and(eq(events.participantId, participantId), isNotNull(events.seq), gt(events.seq, after)))
      .orderBy(asc(events.seq))
      .limit(pageSize + 1);
    const items = found.slice(0, pageSize).map((event) => ({
      id: event.id,
      number: event.seq ?? 0,
      type: event.type,
      subjectId: event.subjectId,
      at: event.at.toISOString(),
    }));
    return { items, after: items.at(-1)?.number ?? after, more: found.length > pageSize };
  });
}

export default operation(route, (ctx, { query }) => listEvents(ctx, query));
