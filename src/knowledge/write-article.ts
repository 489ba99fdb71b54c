import { createRoute, type z } from "@hono/zod-openapi";
import { record } from "../audit/index.ts";
import { actingMember, needs, permissionMissing, permit } from "../permissions.ts";
import type { Context, Database } from "../platform/context.ts";
import { transact } from "../platform/database/transact.ts";
import { json, operation } from "../platform/http/operation.ts";
import { fail, invalidRequest, problems } from "../platform/http/problem.ts";
import { articleNotFound, articleWithdrawn } from "./problems.ts";
import { lastReview } from "./review.ts";
import { articles } from "./schema.ts";
import { addVersion, claimStanding, findArticle, refuseWrong } from "./store.ts";
import { Article, NewArticle, presentArticle } from "./wire.ts";

const route = createRoute({
  operationId: "writeArticle",
  method: "post",
  path: "/articles",
  tags: ["Knowledge"],
  summary: "Write an article",
  description:
    "What your helpline knows and may share. Your own helpline reads it at once; others once a second person has published it (`publishArticle`). Write about what happens and what helps, in your own words and with the source of each fact, never about a person: citizen numbers are refused, and the rest is yours to leave out.",
  security: needs("knowledge:write"),
  request: { body: json(NewArticle, "The article") },
  responses: {
    201: json(Article, "The article"),
    ...problems(articleNotFound, articleWithdrawn, permissionMissing),
  },
});

export function writeArticle(
  ctx: Context,
  { language, translationOf, reviewOn, ...written }: z.output<typeof NewArticle>,
): Promise<z.input<typeof Article>> {
  permit(ctx, "knowledge:write");
  return transact(ctx, async (tx) => {
    await refuseWrong(tx, ctx, { ...written, reviewOn });
    const original = translationOf && (await findOriginal(tx, ctx, translationOf, language));
    const id = ctx.newId();
    await tx.insert(articles).values({
      id,
      participantId: ctx.actor.participantId,
      language,
      translationOf: original ?? null,
      audience: "helpline",
      newest: 1,
      writtenAt: ctx.now(),
      reviewOn: reviewOn ?? lastReview(ctx.now()),
      reviewedAt: ctx.now(),
    });
    await addVersion(tx, ctx, { id, language, number: 1, authorId: actingMember(ctx) }, written);
    await record(tx, ctx, { action: "article.written", subjectId: id });
    return presentArticle(await findArticle(tx, id), ctx.now());
  });
}

/** A translation of a translation is one of the original. */
async function findOriginal(tx: Database, ctx: Context, id: string, language: string): Promise<string> {
  const named = await claimStanding(tx, ctx, id);
  const taken = [named, ...named.translations].some((other) => other.language === language);
  if (taken) {
    const detail = "must be a language that the article does not stand in yet";
    fail(invalidRequest, { errors: [{ in: "body", pointer: "/language", detail }] });
  }
  return named.translationOf ?? named.id;
}

async function replay(ctx: Context, id: string): Promise<z.input<typeof Article>> {
  return presentArticle(await transact(ctx, (tx) => findArticle(tx, id)), ctx.now());
}

export default operation(route, (ctx, { body }) => writeArticle(ctx, body), replay);
