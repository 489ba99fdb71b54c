import { z } from "@hono/zod-openapi";
import { pageOf } from "../../platform/http/pagination.ts";
import { Id, personalLine, personalText } from "../../platform/text/text.ts";
import { answers, opinions } from "../codes.ts";
import type { FeedbackRow } from "../schema.ts";
import { articleId, number } from "../wire.ts";

const feedbackId = Id.openapi({
  description: "The feedback",
  example: "2f8c6a4e-0b1d-4c3e-9f5a-7d6b8c0e1a2f",
});
export const FeedbackPath = z.object({ feedbackId });

const opinion = z.enum(opinions).openapi({
  description:
    "`helpful`; or it is `outdated`, `wrong`, or something is `missing`, to which its helpline has an answer to give",
  example: "outdated",
});
const words = "What about it. Nothing in it is about a person: the article's helpline reads it";
const example = "Sinds dit jaar geldt een ander nummer.";

export const NewFeedback = z
  .strictObject({ opinion, text: personalText(2_000).optional().openapi({ description: words, example }) })
  .openapi("NewArticleFeedback", { description: "What a reader says of an article" });

const answer = z
  .enum(answers)
  .openapi({ description: "Whether the article was, or will be, changed for it", example: "taken-over" });
const reason = personalLine(500).openapi({
  description: "Why, or how; needed where it was not taken over. The giver reads it",
  example: "Het nummer is aangepast.",
});

export const FeedbackAnswer = z
  .strictObject({ answer, reason: reason.optional() })
  .refine(({ answer, reason }) => answer === "taken-over" || reason !== undefined, {
    message: "must say why it was not taken over",
    path: ["reason"],
  })
  .openapi("ArticleFeedbackAnswer");

const moment = (description: string) =>
  z.iso.datetime().openapi({ description, example: "2026-01-05T09:00:00.000Z" });

export const ArticleFeedback = z
  .object({
    id: feedbackId,
    articleId,
    version: number.openapi({ description: "The version that was read" }),
    giverId: Id.openapi({
      description: "Whose member or system gave it",
      example: "5a0f3a3e-6c8b-4a55-9d0c-6a4a4c7f1d10",
    }),
    opinion,
    text: z.string().optional().openapi({ description: "What about it", example }),
    givenAt: moment("When it was given"),
    answer: answer.optional(),
    reason: z
      .string()
      .optional()
      .openapi({ description: "Why, or how", example: "Het nummer is aangepast." }),
    answeredAt: moment("When it was answered").optional(),
  })
  .openapi("ArticleFeedback", {
    description: "Seen by the giver's participant and by the article's helpline",
  });
export const ArticleFeedbacks = pageOf(ArticleFeedback).openapi("ArticleFeedbacks");

export const presentFeedback = (row: FeedbackRow): z.input<typeof ArticleFeedback> => ({
  id: row.id,
  articleId: row.articleId,
  version: row.number,
  giverId: row.giverId,
  opinion: row.opinion,
  ...(row.text !== null && { text: row.text }),
  givenAt: row.givenAt.toISOString(),
  ...(row.answer !== null && { answer: row.answer }),
  ...(row.reason !== null && { reason: row.reason }),
  ...(row.answeredAt && { answeredAt: row.answeredAt.toISOString() }),
});
