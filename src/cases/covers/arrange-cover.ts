import { createRoute, z } from "@hono/zod-openapi";
import { and, eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { actingMember, needsAny, permissionMissing, permitAny } from "../../permissions.ts";
import { dayOf, startOfDay } from "../../platform/calendar.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, invalidRequest, problems } from "../../platform/http/problem.ts";
import { Day, Id } from "../../platform/text/text.ts";
import { colleagueCannotAct, coverNotFound, coverNotYours } from "../problems.ts";
import { type CoverRow, covers } from "../schema.ts";
import { requireCounsellor } from "../store.ts";
import { LeaveCover, presentCover } from "./wire.ts";

const longestDays = 92;

const NewCover = z
  .strictObject({
    memberId: Id.optional().openapi({
      description: "Who is on leave; you, if left out. A coordinator names a colleague",
      example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21",
    }),
    coveredById: Id.openapi({
      description: "The counsellor who stands in",
      example: "0d1e2f3a-4b5c-4d6e-8f70-8192a3b4c5d6",
    }),
    from: Day.openapi({ description: "The first day, today or later", example: "2026-07-13" }),
    until: Day.openapi({
      description: `The last day, itself included; ${longestDays} days at most`,
      example: "2026-07-24",
    }),
  })
  .openapi("NewLeaveCover");
type NewCover = z.output<typeof NewCover>;

const route = createRoute({
  operationId: "arrangeCover",
  method: "post",
  path: "/covers",
  tags: ["Cases"],
  summary: "Let a colleague stand in during leave",
  description:
    "From the first day to the last a colleague reads and acts on the cases that the counsellor on leave reads, and finds their tasks in their own day. It ends by the date; nobody has to remember it. What only a case's owner does stays theirs. Every look is an audit entry of who looked.",
  security: needsAny("cases", "cases:assign"),
  request: { body: json(NewCover, "Who, by whom, and when") },
  responses: {
    201: json(LeaveCover, "The cover"),
    ...problems(permissionMissing, coverNotYours, colleagueCannotAct),
  },
});

export function arrangeCover(ctx: Context, input: NewCover): Promise<LeaveCover> {
  permitAny(ctx, "cases", "cases:assign");
  const arrangedBy = actingMember(ctx);
  const memberId = input.memberId ?? arrangedBy;
  if (memberId !== arrangedBy && input.coveredById === arrangedBy) fail(coverNotYours);
  if (memberId !== arrangedBy && !ctx.actor.permissions.has("cases:assign")) fail(coverNotYours);
  const times = leaveOf(input, ctx.now());
  if (memberId === input.coveredById)
    fail(invalidRequest, {
      errors: [
        { in: "body", pointer: "/coveredById", detail: "must be another member than who is on leave" },
      ],
    });
  return transact(ctx, async (tx) => {
    await requireCounsellor(tx, memberId);
    await requireCounsellor(tx, input.coveredById);
    const row: CoverRow = {
      id: ctx.newId(),
      participantId: ctx.actor.participantId,
      memberId,
      coveredBy: input.coveredById,
      ...times,
      arrangedBy,
      arrangedAt: ctx.now(),
      endedAt: null,
    };
    await tx.insert(covers).values(row);
    await record(tx, ctx, { action: "cover.arranged", subjectId: row.id, at: row.arrangedAt });
    return presentCover(row);
  });
}

/** From the beginning of the first day, or from now on where that is today, to the end of the last. */
function leaveOf({ from, until }: NewCover, now: Date): { startsAt: Date; endsAt: Date } {
  const refuse = (pointer: string, detail: string) =>
    fail(invalidRequest, { errors: [{ in: "body", pointer, detail }] });
  if (from < dayOf(now)) return refuse("/from", "must be today or later");
  const endsAt = startOfDay(until, { days: 1 });
  if (until < from || endsAt > startOfDay(from, { days: longestDays }))
    return refuse("/until", `must be a day from the first on, within ${longestDays} days`);
  return { startsAt: from === dayOf(now) ? now : startOfDay(from), endsAt };
}

function presentAgain(ctx: Context, coverId: string): Promise<LeaveCover> {
  permitAny(ctx, "cases", "cases:assign");
  return transact(ctx, async (tx) => {
    const [row] = await tx
      .select()
      .from(covers)
      .where(and(eq(covers.participantId, ctx.actor.participantId), eq(covers.id, coverId)));
    return presentCover(row ?? fail(coverNotFound));
  });
}

export default operation(route, (ctx, { body }) => arrangeCover(ctx, body), presentAgain);
