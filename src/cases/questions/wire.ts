import { z } from "@hono/zod-openapi";
import { calendarLater, dayOf } from "../../platform/calendar.ts";
import { fail, invalidRequest } from "../../platform/http/problem.ts";
import { Day, Id, personalText } from "../../platform/text/text.ts";
import { endReasons, nextActions } from "../codes.ts";
import type { HelpQuestionChangeRow, HelpQuestionRow } from "../schema.ts";
import { HelpQuestion, presentHelpQuestion } from "../wire.ts";

export const HelpQuestionPath = z.object({
  helpQuestionId: Id.openapi({
    description: "The help question",
    example: "6c1a9e52-0d4f-4b7e-a1c8-5e2f7b3d9a44",
  }),
});

export const NextAction = z
  .strictObject({
    action: z.enum(nextActions).openapi({ description: "What is to be done", example: "call-back" }),
    on: Day.openapi({ description: "On which day: today or within a year", example: "2026-01-08" }),
  })
  .openapi("NextAction");
export type NextAction = z.output<typeof NextAction>;

/** Refuses a day that has passed or lies more than a year ahead. */
export function requireWithinYear(on: string, now: Date, pointer: string): void {
  if (on < dayOf(now) || on > dayOf(calendarLater(now, { months: 12 })))
    fail(invalidRequest, {
      errors: [{ in: "body", pointer, detail: "must be today or a day within a year" }],
    });
}

export const ownWords = personalText(1000).openapi({
  description:
    "The need in the caller's own words. It is sealed, read by the case's team alone, and never part of an offer; a Dutch citizen number (BSN) in it is refused",
  example: "I want to know whether I can get my savings back.",
});

/** Where the caller's own words stand, sealed. */
export const placeOfWords = (questionId: string) => ({
  table: "help_question",
  column: "sealed",
  rowId: questionId,
});

const QuestionChange = z
  .object({
    at: z.iso.datetime().openapi({ example: "2026-01-05T09:00:00.000Z" }),
    byId: Id.optional().openapi({
      description: "The member who changed it; absent where the end of a referral did",
      example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21",
    }),
    ownerId: Id.openapi({
      description: "Who saw to it from then on",
      example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21",
    }),
    nextAction: z
      .string()
      .optional()
      .openapi({ description: "What was to be done next, as a code", example: "call-back" }),
    nextActionOn: z.iso.date().optional().openapi({ description: "The day for it", example: "2026-01-08" }),
    endReason: z.enum(endReasons).optional().openapi({ description: "How it ended", example: "advised" }),
  })
  .openapi("HelpQuestionChange", { description: "How a help question stood after a change of it" });

export const HelpQuestionFile = HelpQuestion.extend({
  ownWords: ownWords.optional(),
  history: z.array(QuestionChange).openapi({
    description: "How owner, next action and end changed, the oldest first; at most the last 200 changes",
  }),
}).openapi("HelpQuestionFile", { description: "A help question with its words and its history" });
export type HelpQuestionFile = z.input<typeof HelpQuestionFile>;

const presentChange = (row: HelpQuestionChangeRow): z.input<typeof QuestionChange> => ({
  at: row.at.toISOString(),
  ...(row.changedBy && { byId: row.changedBy }),
  ownerId: row.ownerId,
  ...(row.nextAction && row.nextActionOn && { nextAction: row.nextAction, nextActionOn: row.nextActionOn }),
  ...(row.endReason && { endReason: row.endReason }),
});

export const presentQuestionFile = (
  row: HelpQuestionRow,
  changes: readonly HelpQuestionChangeRow[],
  words: string | undefined,
): HelpQuestionFile => ({
  ...presentHelpQuestion(row),
  ...(words && { ownWords: words }),
  history: changes.map(presentChange),
});
