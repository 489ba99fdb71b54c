import { z } from "@hono/zod-openapi";
import { TermCode } from "../directory/index.ts";
import { dayOf } from "../platform/calendar.ts";
import { pageOf } from "../platform/http/pagination.ts";
import { Day, Id, personalLine, personalText } from "../platform/text/text.ts";
import { audiences } from "./codes.ts";
import { htmlOf, isPlain } from "./render.ts";
import type { ReadableArticle } from "./store.ts";

const noPerson = "Nothing in it is about a person: an article is no place for a case, however well disguised";

export const articleId = Id.openapi({
  description: "The article",
  example: "7c1e9a40-5b3d-4f6e-8a2c-9d0e1f2a3b4c",
});
export const ArticlePath = z.object({ articleId });

export const language = z
  .string()
  .regex(/^[a-z]{2,3}$/)
  .openapi({ description: "ISO 639", example: "nl" });

export const topics = z
  .array(TermCode)
  .min(1)
  .max(10)
  .openapi({ description: "What it is about, by code", example: ["coercion"] });

export const number = z
  .int()
  .min(1)
  .max(1_000_000)
  .openapi({ description: "A version, counted from 1", example: 2 });

export const audience = z.enum(audiences).openapi({
  description:
    "Who reads it: its own `helpline`, the `network` (all participants), or the `public`, without a token",
  example: "network",
});

const content = {
  title: personalLine(150).openapi({
    description: "What it is called",
    example: "Wat is dwingende controle?",
  }),
  summary: personalLine(500).openapi({
    description: `What it tells, in a sentence or two. ${noPerson}`,
    example: "Hoe iemand stap voor stap de baas wordt over het leven van een ander, en wat daarin helpt.",
  }),
  topics,
  markdown: personalText(20_000)
    .refine(isPlain, "must nest quotes and lists at most 12 deep, and quote in fewer lines")
    .openapi({
      description: `The text, as CommonMark. HTML in it is shown as text, and of an image its words remain. ${noPerson}`,
      example: "Dwingende controle is een **patroon**, geen incident.",
    }),
};

export const reviewOn = Day.openapi({
  description: "When somebody is to look whether it still holds: at most a year ahead",
  example: "2026-12-01",
});

export const NewArticle = z
  .strictObject({
    language,
    translationOf: articleId
      .optional()
      .openapi({ description: "The article of your own helpline that it says in another language" }),
    ...content,
    reviewOn: reviewOn.optional(),
  })
  .openapi("NewArticle", { description: "An article as it is written: read by one's own helpline at once" });

export const ArticlePatch = z
  .strictObject({
    title: content.title.optional(),
    summary: content.summary.optional(),
    topics: topics.optional(),
    markdown: content.markdown.optional(),
    reviewOn: reviewOn.optional(),
  })
  .openapi("ArticlePatch", {
    description:
      "What is to change of an article. Others go on reading the published version until the new one is published",
  });

const moment = (description: string) =>
  z.iso.datetime().openapi({ description, example: "2026-01-05T09:00:00.000Z" });

const Publisher = z
  .object({
    id: Id.openapi({ description: "The participant", example: "5a0f3a3e-6c8b-4a55-9d0c-6a4a4c7f1d10" }),
    name: z.string().openapi({ description: "As it is known in the network", example: "Helplijn" }),
  })
  .openapi("ArticleHelpline", { description: "Whose article it is" });

const Translation = z
  .object({ id: articleId, language })
  .openapi("ArticleTranslation", { description: "The same article in another language" });

export const ArticleSummary = z
  .object({
    id: articleId,
    helpline: Publisher,
    language,
    title: z.string().openapi({ description: "What it is called", example: "Wat is dwingende controle?" }),
    summary: z.string().openapi({ description: "What it tells", example: "Hoe het werkt, en wat helpt." }),
    topics,
    audience,
    version: number.openapi({ description: "Which version this is" }),
    shownVersion: number
      .optional()
      .openapi({ description: "Which version others read; absent while only its own helpline does" }),
    changedAt: moment("When this version was written"),
    reviewOn,
    stale: z
      .boolean()
      .openapi({ description: "Whether that day has passed: read it with care", example: false }),
  })
  .openapi("ArticleSummary", { description: "An article without its text" });

export const Article = ArticleSummary.extend({
  translationOf: articleId
    .optional()
    .openapi({ description: "The article that it says in another language" }),
  translations: z
    .array(Translation)
    .openapi({ description: "Where it stands in other languages that you may read" }),
  writtenAt: moment("When its first version was written"),
  withdrawnAt: moment("When it was withdrawn; only its own helpline still sees it").optional(),
  markdown: z.string().openapi({ description: "The text, as CommonMark", example: "Een **patroon**." }),
  html: z.string().openapi({
    description:
      "The same as HTML that is safe to show: without scripts, images and links to anything but pages and mail",
    example: "<p>Een <strong>patroon</strong>.</p>",
  }),
}).openapi("Article");

export const Articles = pageOf(ArticleSummary).openapi("Articles");

export function presentSummary(row: ReadableArticle, now: Date): z.input<typeof ArticleSummary> {
  return {
    id: row.id,
    helpline: { id: row.participantId, name: row.helplineName },
    language: row.language,
    title: row.title,
    summary: row.summary,
    topics: row.topics,
    audience: row.audience,
    version: row.number,
    ...(row.shown !== null && { shownVersion: row.shown }),
    changedAt: row.at.toISOString(),
    reviewOn: row.reviewOn,
    stale: row.reviewOn < dayOf(now),
  };
}

export function presentArticle(row: ReadableArticle, now: Date): z.input<typeof Article> {
  return {
    ...presentSummary(row, now),
    ...(row.translationOf !== null && { translationOf: row.translationOf }),
    translations: row.translations.map(({ id, language }) => ({ id, language })),
    writtenAt: row.writtenAt.toISOString(),
    ...(row.withdrawnAt && { withdrawnAt: row.withdrawnAt.toISOString() }),
    markdown: row.markdown,
    html: htmlOf(row),
  };
}
