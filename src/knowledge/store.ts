import { and, eq, type SQL, sql } from "drizzle-orm";
import { findUnknownTopics, termsUnder, wordsOf } from "../directory/index.ts";
import { participants } from "../identity/index.ts";
import type { Context, Database } from "../platform/context.ts";
import type { Position } from "../platform/http/pagination.ts";
import { fail, invalidRequest } from "../platform/http/problem.ts";
import { articleNotFound, articleWithdrawn } from "./problems.ts";
import { render, renderer } from "./render.ts";
import { lastReview, mayReviewOn } from "./review.ts";
import { type ArticleRow, articles, articleVersions } from "./schema.ts";

export const actor = sql`(select handreiking.actor_participant())`;

/** Whether an article is of the actor's own helpline. */
export const isOwn = sql`${articles.participantId} = ${actor}`;

/** Whether others than its own helpline read it, as far as the actor does: as row-level security has it, a second time. */
export const isShown = sql`(${articles.withdrawnAt} is null
  and (${articles.audience} = 'public' or ${articles.audience} = 'network' and ${actor} is not null))`;

/** Which version the actor reads: their own helpline's newest, of others' the one that is shown. */
export const readNumber = sql`case when ${isOwn} then ${articles.newest} else ${articles.shown} end`;

const shownTo = sql<{ id: string; language: string }[]>`(
  select coalesce(json_agg(json_build_object('id', other.id, 'language', other.language) order by other.language), '[]')
  from handreiking.article as other
  where other.id <> ${articles.id} and other.withdrawn_at is null and (other.participant_id = ${actor}
      or other.audience = 'public' or other.audience = 'network' and ${actor} is not null)
    and coalesce(other.translation_of, other.id) = coalesce(${articles.translationOf}, ${articles.id}))`;

const columns = {
  id: articles.id,
  participantId: articles.participantId,
  helplineName: participants.name,
  language: articles.language,
  translationOf: articles.translationOf,
  translations: shownTo,
  audience: articles.audience,
  newest: articles.newest,
  shown: articles.shown,
  writtenAt: articles.writtenAt,
  reviewOn: articles.reviewOn,
  withdrawnAt: articles.withdrawnAt,
  number: articleVersions.number,
  title: articleVersions.title,
  summary: articleVersions.summary,
  markdown: articleVersions.markdown,
  html: articleVersions.html,
  renderer: articleVersions.renderer,
  topics: articleVersions.topics,
  authorId: articleVersions.authorId,
  at: articleVersions.at,
};

/** Articles with the version that the actor reads. */
const readable = (tx: Database) =>
  tx
    .select(columns)
    .from(articles)
    .innerJoin(
      articleVersions,
      and(eq(articleVersions.articleId, articles.id), eq(articleVersions.number, readNumber)),
    )
    .innerJoin(participants, eq(participants.id, articles.participantId));

export type ReadableArticle = Awaited<ReturnType<typeof readable>>[number];

/** An article that the actor may read; a withdrawn one only their own helpline's. */
export async function findArticle(tx: Database, id: string): Promise<ReadableArticle> {
  const [found] = await readable(tx).where(and(eq(articles.id, id), sql`(${isOwn} or ${isShown})`));
  return found ?? fail(articleNotFound);
}

/** An article that anybody may read. */
export async function findPublicArticle(tx: Database, id: string): Promise<ReadableArticle> {
  const [found] = await readable(tx).where(and(eq(articles.id, id), isShown, isPublic));
  return found ?? fail(articleNotFound);
}

const isPublic = eq(articles.audience, "public");

/** An article of the actor's own helpline, with its newest version, locked until the transaction ends. */
export async function claimArticle(tx: Database, ctx: Context, id: string): Promise<ReadableArticle> {
  await tx
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.id, id), eq(articles.participantId, ctx.actor.participantId)))
    .for("update");
  const [found] = await readable(tx).where(
    and(eq(articles.id, id), eq(articles.participantId, ctx.actor.participantId)),
  );
  return found ?? fail(articleNotFound);
}

/** The same of one that was not withdrawn. */
export async function claimStanding(tx: Database, ctx: Context, id: string): Promise<ReadableArticle> {
  const claimed = await claimArticle(tx, ctx, id);
  return claimed.withdrawnAt ? fail(articleWithdrawn) : claimed;
}

/** Articles and the version that the actor reads, by ids, in no order. */
export const listByIds = async (tx: Database, ids: readonly string[]): Promise<ReadableArticle[]> =>
  ids.length === 0
    ? []
    : readable(tx).where(
        sql`${articles.id} in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb))`,
      );

export interface ArticleFilters {
  /** Codes: an article bears one of them, or a narrower one. */
  topics?: readonly string[] | undefined;
  language?: string | undefined;
  audience?: ArticleRow["audience"] | undefined;
  own?: boolean | undefined;
  /** Those whose review is due, or is not, on `today`. */
  stale?: boolean | undefined;
}

/** Which articles the actor reads, narrowed; `today` as YYYY-MM-DD. */
export const matching = ({ topics, language, audience, own, stale }: ArticleFilters, today: string): SQL =>
  and(
    sql`${articles.withdrawnAt} is null`,
    own === true ? isOwn : own === false ? sql`${isShown} and not ${isOwn}` : sql`(${isOwn} or ${isShown})`,
    language === undefined ? undefined : eq(articles.language, language),
    audience && eq(articles.audience, audience),
    stale === undefined ? undefined : sql`(${articles.reviewOn} < ${today}::date) = ${stale}::boolean`,
    topics &&
      sql`${articleVersions.topics} && array(select code from handreiking.taxonomy_term where id in ${termsUnder(topics)})`,
  ) ?? sql`true`;

/** Articles by title, after `position`. */
export const listArticleRows = (
  tx: Database,
  filters: ArticleFilters,
  today: string,
  position: Position | undefined,
  limit: number,
): Promise<ReadableArticle[]> =>
  readable(tx)
    .where(
      and(
        matching(filters, today),
        position && sql`(${articleVersions.title}, ${articles.id}) > (${position[0]}, ${position[1]}::uuid)`,
      ),
    )
    .orderBy(articleVersions.title, articles.id)
    .limit(limit);

export const positionOf = ({ title, id }: ReadableArticle): Position => [title, id];

/** Refuses what no schema can: topics that are none, and a review too far away. */
export async function refuseWrong(
  tx: Database,
  ctx: Context,
  { topics = [], reviewOn }: { topics?: readonly string[] | undefined; reviewOn?: string | undefined },
): Promise<void> {
  const unknown = new Set(await findUnknownTopics(tx, topics));
  const errors = topics.flatMap((code, at) =>
    unknown.has(code)
      ? [{ in: "body" as const, pointer: `/topics/${at}`, detail: "must be the code of a topic" }]
      : [],
  );
  if (reviewOn !== undefined && !mayReviewOn(reviewOn, ctx.now())) {
    const detail = `must lie after today, and no later than ${lastReview(ctx.now())}`;
    errors.push({ in: "body", pointer: "/reviewOn", detail });
  }
  if (errors.length > 0) fail(invalidRequest, { errors });
}

export interface Written {
  title: string;
  summary: string;
  markdown: string;
  topics: readonly string[];
}

/** Adds a version, with what search reads of it. Weights: A the title, B the topics, C the summary, D the text. */
export async function addVersion(
  tx: Database,
  ctx: Context,
  { id, language, number, authorId }: { id: string; language: string; number: number; authorId: string },
  { title, summary, markdown, topics }: Written,
): Promise<void> {
  const { participantId } = ctx.actor;
  const named = sql`(select string_agg(concat_ws(' ', name, name_en), ' ') from handreiking.taxonomy_term
    where code in (select jsonb_array_elements_text(${JSON.stringify(topics)}::text::jsonb)))`;
  const weighed = (config: SQL) => sql`setweight(to_tsvector(${config}, ${title}::text), 'A')
    || setweight(to_tsvector(${config}, coalesce(${named}, '')), 'B')
    || setweight(to_tsvector(${config}, ${summary}::text), 'C')
    || setweight(to_tsvector(${config}, ${markdown}::text), 'D')`;
  // Dutch stems always: they are what known words are kept by.
  const document = language === "en" ? sql`${weighed(dutch)} || ${weighed(sql`'english'`)}` : weighed(dutch);
  await tx.execute(sql`insert into handreiking.article_version
      (article_id, number, participant_id, title, summary, markdown, html, renderer, topics, author_id, at, document)
    values (${id}::uuid, ${number}::int, ${participantId}::uuid, ${title}, ${summary}, ${markdown},
      ${render(markdown)}, ${renderer}::int,
      array(select jsonb_array_elements_text(${JSON.stringify(topics)}::text::jsonb)), ${authorId}::uuid,
      ${ctx.now().toISOString()}::timestamptz, ${document})`);
  const words = wordsOf(
    sql`text`,
    sql`(values (concat_ws(' ', ${title}::text, ${summary}::text, ${markdown}::text, ${named}))) as told (text)`,
  );
  await tx.execute(sql`insert into handreiking.article_word (article_id, number, participant_id, word, lexeme, sound)
    select ${id}::uuid, ${number}::int, ${participantId}::uuid, word, lexeme, sound from (${words}) as words`);
}

const dutch = sql`'handreiking.dutch'`;

/** Forgets the words of versions that nobody reads any more. */
export const forgetWords = (tx: Database, id: string) =>
  tx.execute(sql`delete from handreiking.article_word where article_id = ${id}::uuid and not exists (
    select from handreiking.article where article.id = article_id and withdrawn_at is null
      and number in (newest, shown))`);
