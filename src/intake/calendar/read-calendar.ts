import { createRoute, z } from "@hono/zod-openapi";
import { and, asc, eq, gt, sql } from "drizzle-orm";
import { calendarLater } from "../../platform/calendar.ts";
import type { Context, Database } from "../../platform/context.ts";
import { rows, transact } from "../../platform/database/transact.ts";
import { type Download, downloadOperation } from "../../platform/http/download.ts";
import { fail, notAcceptable, problems } from "../../platform/http/problem.ts";
import { appointments } from "../schema.ts";
import { iCalendar } from "./icalendar.ts";
import { calendarNotFound } from "./problems.ts";
import { hashOf } from "./token.ts";

const suffix = ".ics";

const route = createRoute({
  operationId: "readCalendar",
  method: "get",
  path: "/calendars/{calendarFile}",
  tags: ["Planning"],
  summary: "Read a calendar by its address",
  description:
    "For a calendar app, which signs in nowhere: the secret in the address is all that it needs. It holds the times and opaque numbers of a counsellor's appointments, of the last month and all to come, as iCalendar (RFC 5545), and nothing else. An address that was revoked, or whose counsellor may not sign in, does not exist.",
  security: [],
  request: {
    params: z.object({
      calendarFile: z
        .string()
        .regex(/^[A-Za-z0-9_-]{43}\.ics$/, "must be the last part of the address")
        .openapi({
          description: "The secret, as makeCalendarFeed gave it",
          example: "q1Jw0l4cX1t3b9sS0oV2rYyq5nP8uE7iA6kD3fG2hJ4.ics",
        }),
    }),
  },
  responses: {
    200: {
      description: "The calendar",
      content: {
        "text/calendar": {
          schema: {
            type: "string" as const,
            description: "An iCalendar object: an event an appointment",
            example: "BEGIN:VCALENDAR",
          },
        },
      },
    },
    ...problems(calendarNotFound, notAcceptable),
  },
});

/** Nobody's: what is unknown is asked for as what is known, so that the time it takes tells nothing. */
const nobody = "00000000-0000-0000-0000-000000000000";
const most = 2_000;

export async function readCalendar(ctx: Context, file: string): Promise<Download> {
  const hash = hashOf(file.slice(0, -suffix.length));
  const [known] = await rows<{ participantId: string; counsellorId: string }>(
    ctx.db,
    sql`select participant_id as "participantId", counsellor_id as "counsellorId"
      from handreiking.find_calendar(${hash})`,
  );
  const { participantId, counsellorId } = known ?? { participantId: nobody, counsellorId: nobody };
  const owner: Context = { ...ctx, actor: { ...ctx.actor, participantId } };
  const entries = await transact(owner, (tx) => listEntries(tx, owner, counsellorId));
  if (!known) return fail(calendarNotFound);
  return {
    filename: "appointments.ics",
    headers: { "cache-control": "private, no-store" },
    text: once(iCalendar(entries)),
  };
}

async function listEntries(tx: Database, ctx: Context, counsellorId: string) {
  const found = await tx
    .select()
    .from(appointments)
    .where(
      and(
        eq(appointments.counsellorId, counsellorId),
        gt(appointments.startsAt, calendarLater(ctx.now(), { days: -31 })),
      ),
    )
    .orderBy(asc(appointments.startsAt), asc(appointments.number))
    .limit(most);
  return found.map(({ number, startsAt, endsAt, state, endedAt, plannedAt }) => ({
    number,
    startsAt,
    endsAt,
    state,
    changedAt: endedAt ?? plannedAt,
  }));
}

async function* once(text: string) {
  yield text;
}

export default downloadOperation(route, (ctx, { params }) => readCalendar(ctx, params.calendarFile));
