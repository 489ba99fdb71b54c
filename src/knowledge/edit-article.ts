import { createRoute, type z } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../audit/index.ts";
import { actingMember, needs, permissionMissing, permit } from "../permissions.ts";
import type { Context, Database } from "../platform/context.ts";
import { transact } from "../platform/database/transact.ts";
import { IfMatch, refuseOutdated } from "../platform/http/entity-tag.ts";
import { mergePatch, operation, tagged } from "../platform/http/operation.ts";
import { problems } from "../platform/http/problem.ts";
import { articleNotFound, articleWithdrawn } from "./problems.ts";
import { articles } from "./schema.ts";
import {
  addVersion,
  claimStanding,
  findArticle,
  forgetWords,
  type ReadableArticle,
  refuseWrong,
  type Written,
} from "./store.ts";
import { Article, ArticlePatch, ArticlePath, presentArticle } from "./wire.ts";

const route = createRoute({
  operationId: "editArticle",
  method: "patch",
  path: "/articles/{articleId}",
  tags: ["Knowledge"],
  summary: "Edit an article",
  description:
    "Writes a new version of one of your helpline's articles, on the version that If-Match names; every version is kept. Your own helpline reads it at once, and others the published one until a second person publishes this.",
  security: needs("knowledge:write"),
  request: { params: ArticlePath, headers: IfMatch, body: mergePatch(ArticlePatch, "What is to change") },
  responses: {
    200: tagged(Article, "The article as it is now"),
    ...problems(articleNotFound, articleWithdrawn, permissionMissing),
  },
});

export function editArticle(
  ctx: Context,
  id: string,
  { reviewOn, ...patch }: z.output<typeof ArticlePatch>,
  ifMatch: string,
): Promise<z.input<typeof Article>> {
  permit(ctx, "knowledge:write");
  return transact(ctx, async (tx) => {
    const before = await claimStanding(tx, ctx, id);
    refuseOutdated(ifMatch, Article, presentArticle(before, ctx.now()));
    await refuseWrong(tx, ctx, { ...patch, reviewOn });
    const { title, summary, markdown, topics } = before;
    const written: Written = {
      title: patch.title ?? title,
      summary: patch.summary ?? summary,
      markdown: patch.markdown ?? markdown,
      topics: patch.topics ?? topics,
    };
    const rewritten = JSON.stringify(written) !== JSON.stringify({ title, summary, markdown, topics });
    if (rewritten) await rewrite(tx, ctx, before, written);
    if (reviewOn !== undefined)
      await tx.update(articles).set({ reviewOn, reviewedAt: ctx.now() }).where(eq(articles.id, id));
    if (rewritten || reviewOn !== undefined)
      await record(tx, ctx, { action: "article.changed", subjectId: id });
    return presentArticle(await findArticle(tx, id), ctx.now());
  });
}

async function rewrite(tx: Database, ctx: Context, { id, language, newest }: ReadableArticle, to: Written) {
  const number = newest + 1;
  await addVersion(tx, ctx, { id, language, number, authorId: actingMember(ctx) }, to);
  await tx.update(articles).set({ newest: number }).where(eq(articles.id, id));
  await forgetWords(tx, id);
}

export default operation(route, (ctx, { params, body, ifMatch }) =>
  editArticle(ctx, params.articleId, body, ifMatch),
);
