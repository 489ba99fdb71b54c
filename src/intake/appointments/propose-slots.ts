import { createRoute, z } from "@hono/zod-openapi";
import { caseNotFound, caseNotShared } from "../../cases/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import { calendarLater } from "../../platform/calendar.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { requireCounsellor } from "../availability/counsellors.ts";
import type { Interval } from "../availability/intervals.ts";
import { counsellorNotFound } from "../availability/problems.ts";
import { listCalendars } from "../availability/store.ts";
import { requestEnded, requestLetGo, requestNotFound } from "../requests/problems.ts";
import { daysAhead } from "./book.ts";
import { safeContactMissing } from "./problems.ts";
import { FreeSlot, presentSlot } from "./slot-wire.ts";
import { earliestSlots, hints, holidaysIn, type Sought, whyNone } from "./slots.ts";
import { claimSubject, type Subject } from "./subject.ts";
import { caseId, channel, counsellorId, language, minutes, requestId, startsAt } from "./wire.ts";

const one = { message: "must name either a request or a case" };

const SlotQuestion = z
  .strictObject({
    requestId: requestId.optional(),
    caseId: caseId.optional(),
    counsellorId: counsellorId.optional().openapi({
      description: "With this counsellor only; left out, with whoever is free",
    }),
    from: startsAt.optional().openapi({ description: "Not before then; left out, from now on" }),
    channel: channel.optional().openapi({ description: "How; left out, as the caller is usually reached" }),
    language: language.optional().openapi({ description: "In which language; left out, the caller's own" }),
    minutes,
    count: z.int().min(1).max(20).default(5).openapi({ description: "How many at most", example: 5 }),
  })
  .refine((asked) => (asked.requestId === undefined) !== (asked.caseId === undefined), one)
  .openapi("SlotQuestion");

const SlotProposal = z
  .object({
    slots: z.array(FreeSlot).openapi({ description: "The earliest first" }),
    hint: z.enum(hints).optional().openapi({
      description:
        "Why there is none: nobody works in that time, nobody speaks the language or talks in that way, the caller may not be reached in that way, counsellors never work while the caller is safe, or never long enough, or all is booked until `lookedUntil`",
      example: "all-booked",
    }),
    lookedUntil: z.iso
      .datetime()
      .openapi({ description: "How far was looked", example: "2026-04-13T09:00:00.000Z" }),
  })
  .openapi("SlotProposal", { description: "When an appointment fits both the caller and a counsellor" });

const route = createRoute({
  operationId: "proposeSlots",
  method: "post",
  path: "/slot-proposals",
  tags: ["Planning"],
  summary: "Find the earliest times that fit both",
  description:
    "Looks six weeks ahead for times at which the caller is safe, by their own clock, and a counsellor who speaks the language is free. The windows themselves are not told. Nothing is booked.",
  security: needs("planning"),
  request: { body: json(SlotQuestion, "For whom, and what is wanted") },
  responses: {
    200: json(SlotProposal, "The times, or why there are none"),
    ...problems(
      requestNotFound,
      caseNotFound,
      counsellorNotFound,
      caseNotShared,
      requestEnded,
      requestLetGo,
      safeContactMissing,
      permissionMissing,
    ),
  },
});

/** An anonymous caller makes contact at the time agreed, or a little after. */
const patience = 2 * 3_600_000;

function rangeFor({ agreedAt }: Subject, from: Date): Interval {
  if (agreedAt && agreedAt >= from) return { from: agreedAt.getTime(), until: agreedAt.getTime() + patience };
  return { from: from.getTime(), until: calendarLater(from, { days: daysAhead }).getTime() };
}

export function proposeSlots(
  ctx: Context,
  asked: z.output<typeof SlotQuestion>,
): Promise<z.input<typeof SlotProposal>> {
  permit(ctx, "planning");
  return transact(ctx, async (tx) => {
    if (asked.counsellorId) await requireCounsellor(tx, ctx, asked.counsellorId);
    const subject = await claimSubject(tx, ctx, asked);
    const now = ctx.now();
    const from = asked.from ? new Date(asked.from) : now;
    const range = rangeFor(subject, from > now ? from : now);
    const sought: Sought = {
      range,
      windows: subject.windows,
      holidays: holidaysIn(range),
      language: asked.language ?? subject.language,
      channel: asked.channel ?? subject.channel,
      minutes: asked.minutes,
    };
    const reached = subject.reaches(sought.channel);
    const calendars = reached ? await listCalendars(tx, ctx, range, asked.counsellorId) : [];
    const slots = earliestSlots(calendars, sought, asked.count);
    return {
      slots: slots.map(presentSlot),
      ...(slots.length === 0 && { hint: reached ? whyNone(calendars, sought) : "channel-not-safe" }),
      lookedUntil: new Date(range.until).toISOString(),
    };
  });
}

export default operation(route, (ctx, { body }) => proposeSlots(ctx, body));
