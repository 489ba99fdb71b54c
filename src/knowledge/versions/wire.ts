import { z } from "@hono/zod-openapi";
import { pageOf } from "../../platform/http/pagination.ts";
import { Id } from "../../platform/text/text.ts";
import { publishedTo } from "../codes.ts";
import { htmlOf } from "../render.ts";
import { ArticlePath, number, topics } from "../wire.ts";
import type { VersionRow } from "./store.ts";

export const VersionPath = ArticlePath.extend({
  version: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number)
    .openapi({ type: "integer", description: "The version, counted from 1", example: 2 }),
});

const Published = z
  .object({
    audience: z.enum(publishedTo).openapi({ description: "To whom", example: "network" }),
    publishedBy: Id.openapi({
      description: "The member who published it: another than its author",
      example: "3d9f1b7e-2a4c-4e68-9b0d-5c7e8f1a2b3d",
    }),
    publishedAt: z.iso.datetime().openapi({ description: "When", example: "2026-01-05T09:00:00.000Z" }),
  })
  .openapi("ArticleVersionPublication");

const ArticleVersion = z
  .object({
    version: number,
    title: z.string().openapi({ description: "What it was called", example: "Wat is dwingende controle?" }),
    authorId: Id.openapi({
      description: "The member who wrote it",
      example: "8a6b4c2d-1e3f-4a5b-9c7d-0e2f4a6b8c1d",
    }),
    at: z.iso.datetime().openapi({ description: "When it was written", example: "2026-01-05T09:00:00.000Z" }),
    publications: z.array(Published).openapi({ description: "Who let others read it, and whom" }),
  })
  .openapi("ArticleVersion", {
    description: "That an article was written so; told to its own helpline only",
  });

export const ArticleVersions = pageOf(ArticleVersion).openapi("ArticleVersions");

export const ArticleVersionContent = ArticleVersion.extend({
  summary: z.string().openapi({ description: "What it told", example: "Hoe het werkt, en wat helpt." }),
  topics,
  markdown: z.string().openapi({ description: "Its text, as CommonMark", example: "Een **patroon**." }),
  html: z.string().openapi({ description: "The same as safe HTML", example: "<p>Een patroon.</p>" }),
}).openapi("ArticleVersionContent");

export const presentVersion = (row: VersionRow): z.input<typeof ArticleVersion> => ({
  version: row.number,
  title: row.title,
  authorId: row.authorId,
  at: row.at.toISOString(),
  publications: row.publications.map(({ audience, publishedBy, publishedAt }) => ({
    audience,
    publishedBy,
    publishedAt: new Date(publishedAt).toISOString(),
  })),
});

export const presentContent = (row: VersionRow): z.input<typeof ArticleVersionContent> => ({
  ...presentVersion(row),
  summary: row.summary,
  topics: row.topics,
  markdown: row.markdown,
  html: htmlOf(row),
});
