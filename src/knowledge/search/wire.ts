import { z } from "@hono/zod-openapi";
import { pageOf } from "../../platform/http/pagination.ts";
import { text } from "../../platform/text/text.ts";
import { ArticleSummary, language, presentSummary, topics } from "../wire.ts";
import { type MatchRow, reasons, relaxable } from "./matches.ts";

export const ArticleSearch = z
  .strictObject({
    words: text(300).openapi({
      description:
        "What you look for, in Dutch or English, as a caller says it; typing errors are forgiven. It is neither kept nor logged nor repeated in the answer",
      example: "hij controleert haar telefoon en haar geld",
    }),
    topics: topics
      .max(20)
      .optional()
      .openapi({ description: "Only articles about one of these topics, or a narrower one" }),
    language: language.optional(),
    pageSize: z
      .int()
      .min(1)
      .max(100)
      .default(25)
      .openapi({ description: "How many matches a page holds at most", example: 25 }),
    cursor: z.string().max(2000).optional().openapi({
      description: "Where to go on: the nextCursor of the page before, with the same words and filters",
    }),
  })
  .openapi("ArticleSearch", { description: "A search by words, narrowed by codes" });

const ArticleMatchReason = z
  .object({
    word: z.string().openapi({ description: "One of `understoodAs`", example: "controle" }),
    by: z.enum(reasons).openapi({
      description:
        "Where it was found: in the `title`, in the name of a `topic`, in the `summary` or the `text`; or a `synonym` of the topic that the word names was used",
      example: "title",
    }),
  })
  .openapi("ArticleMatchReason");

const ArticleMatch = z
  .object({
    article: ArticleSummary,
    matched: z.array(ArticleMatchReason).openapi({
      description: "Why it is here; empty where `relaxed` names the words",
      example: [{ word: "controle", by: "title" }],
    }),
    score: z.int().openapi({
      description: "How well it matches: more is better, comparable inside one search only",
      example: 742,
    }),
  })
  .openapi("ArticleMatch");

export const ArticleMatches = pageOf(ArticleMatch)
  .extend({
    understoodAs: z.array(z.string()).openapi({
      description:
        "How the words were read: as words that articles and the directory hold, and as names of topics that callers word so. What was not understood is left out",
      example: ["controle", "geld"],
    }),
    relaxed: z
      .array(z.enum(relaxable))
      .optional()
      .openapi({
        description:
          "What was asked for and left out, because no article meets all of it: these do not. Absent where all holds",
        example: ["language"],
      }),
  })
  .openapi("ArticleMatches");

export const presentMatch = (
  { article, matched, score }: MatchRow,
  names: readonly string[],
  now: Date,
): z.input<typeof ArticleMatch> => ({
  article: presentSummary(article, now),
  matched: matched.map(({ place, by }) => ({ word: names[place] ?? "", by })),
  score,
});
