import { createRoute, z } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../audit/index.ts";
import { countersign, secondPersonProblems } from "../identity/index.ts";
import { actingMember, needs, permissionMissing, permit } from "../permissions.ts";
import type { Context } from "../platform/context.ts";
import { transact } from "../platform/database/transact.ts";
import { json, operation } from "../platform/http/operation.ts";
import { fail, problems } from "../platform/http/problem.ts";
import { isAsWide, publishedTo } from "./codes.ts";
import { getArticle } from "./get-article.ts";
import {
  articleChanged,
  articleNotFound,
  articleWithdrawn,
  audienceNarrower,
  secondPersonNeeded,
} from "./problems.ts";
import { articlePublications, articles } from "./schema.ts";
import { claimStanding, findArticle, forgetWords } from "./store.ts";
import { Article, ArticlePath, number, presentArticle } from "./wire.ts";

const Publication = z
  .strictObject({
    version: number.openapi({ description: "The version that you have read: the newest" }),
    audience: z
      .enum(publishedTo)
      .openapi({ description: "Who reads it from now on; never fewer than before", example: "network" }),
  })
  .openapi("ArticlePublication");

const route = createRoute({
  operationId: "publishArticle",
  method: "post",
  path: "/articles/{articleId}/publication",
  tags: ["Knowledge"],
  summary: "Publish an article",
  description:
    "Lets the network, or everybody, read the newest version. It is done by another person, signed in, than the one who wrote that version, who has read it: that each fact has its source, that it helps, and that it is about nobody.",
  security: needs("knowledge:publish"),
  request: { params: ArticlePath, body: json(Publication, "Which version, and to whom") },
  responses: {
    200: json(Article, "The published article"),
    ...problems(
      articleNotFound,
      articleWithdrawn,
      articleChanged,
      secondPersonNeeded,
      ...secondPersonProblems,
      audienceNarrower,
      permissionMissing,
    ),
  },
});

export function publishArticle(
  ctx: Context,
  id: string,
  { version, audience }: z.output<typeof Publication>,
): Promise<z.input<typeof Article>> {
  permit(ctx, "knowledge:publish");
  const publishedBy = actingMember(ctx);
  return transact(ctx, async (tx) => {
    const article = await claimStanding(tx, ctx, id);
    if (article.newest !== version) fail(articleChanged);
    if (article.shown === version && article.audience === audience) return presentArticle(article, ctx.now());
    if (article.authorId === publishedBy) fail(secondPersonNeeded);
    if (!isAsWide(article.audience, audience)) fail(audienceNarrower);
    await countersign(tx, ctx, id, article.authorId);
    const { participantId, authorId } = article;
    await tx.insert(articlePublications).values({
      articleId: id,
      number: version,
      audience,
      participantId,
      authorId,
      publishedBy,
      publishedAt: ctx.now(),
    });
    await tx.update(articles).set({ shown: version, audience }).where(eq(articles.id, id));
    await forgetWords(tx, id);
    await record(tx, ctx, { action: "article.published", subjectId: id });
    return presentArticle(await findArticle(tx, id), ctx.now());
  });
}

export default operation(
  route,
  (ctx, { params, body }) => publishArticle(ctx, params.articleId, body),
  getArticle,
);
