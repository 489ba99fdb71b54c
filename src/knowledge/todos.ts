import { and, eq, isNull, lte, ne, or } from "drizzle-orm";
import { type Permission, personOf } from "../permissions.ts";
import { calendarLater, dayOf, startOfDay, workingDaysLater } from "../platform/calendar.ts";
import type { Context, Database } from "../platform/context.ts";
import type { NextStep, Todo, TodoSource } from "../platform/todo.ts";
import { articleFeedback, articles, articleVersions } from "./schema.ts";

export const taskKinds = {
  "review-article": ["confirmArticle", "POST", "/v1/articles/{id}/confirmation"],
  "answer-article-feedback": ["answerFeedback", "POST", "/v1/article-feedback/{id}/answer"],
} as const satisfies Record<string, NextStep>;
type Kind = keyof typeof taskKinds;

/** Days after which what its writer left undone is the coordinator's too. */
const patience = 30;
/** Working days in which feedback is to be answered. */
const answerWithin = 5;

/** Articles of the actor's helpline that stand, with their newest version. */
const standing = (ctx: Context) =>
  and(
    eq(articles.participantId, ctx.actor.participantId),
    eq(articleVersions.number, articles.newest),
    isNull(articles.withdrawnAt),
  );

/** Whoever wrote the newest version sees what is due; who publishes, of everybody's, what has been due for long. */
async function listReviews(tx: Database, ctx: Context): Promise<Todo<Kind>[]> {
  const now = ctx.now();
  const longDue = dayOf(calendarLater(now, { days: -patience }));
  const found = await tx
    .select({ id: articles.id, reviewOn: articles.reviewOn })
    .from(articles)
    .innerJoin(articleVersions, eq(articleVersions.articleId, articles.id))
    .where(
      and(
        standing(ctx),
        lte(articles.reviewOn, dayOf(now)),
        or(isWriter(ctx), isPublisher(ctx) ? lte(articles.reviewOn, longDue) : undefined),
      ),
    );
  return found.map(({ id, reviewOn }) => ({
    kind: "review-article",
    subjectId: id,
    why: reviewOn <= longDue ? "long-due" : "due",
    dueAt: startOfDay(reviewOn, { days: 1 }),
  }));
}

async function listFeedback(tx: Database, ctx: Context): Promise<Todo<Kind>[]> {
  const long = calendarLater(ctx.now(), { days: -patience });
  const found = await tx
    .select({
      id: articleFeedback.id,
      opinion: articleFeedback.opinion,
      givenAt: articleFeedback.givenAt,
    })
    .from(articleFeedback)
    .innerJoin(articles, eq(articles.id, articleFeedback.articleId))
    .innerJoin(articleVersions, eq(articleVersions.articleId, articles.id))
    .where(
      and(
        standing(ctx),
        isNull(articleFeedback.answeredAt),
        ne(articleFeedback.opinion, "helpful"),
        or(isWriter(ctx), isPublisher(ctx) ? lte(articleFeedback.givenAt, long) : undefined),
      ),
    );
  return found.map(({ id, opinion, givenAt }) => ({
    kind: "answer-article-feedback",
    subjectId: id,
    why: opinion,
    dueAt: workingDaysLater(givenAt, answerWithin),
  }));
}

const isWriter = (ctx: Context) => eq(articleVersions.authorId, personOf(ctx.actor) ?? ctx.actor.id);
const isPublisher = (ctx: Context) => ctx.actor.permissions.has("knowledge:publish");

export const todos = [
  { permission: "knowledge:write", list: listReviews },
  { permission: "knowledge:write", list: listFeedback },
] as const satisfies readonly TodoSource<Permission, Kind>[];
