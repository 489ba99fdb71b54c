import { type SQL, sql } from "drizzle-orm";
import {
  anyOf,
  directoryWords,
  type Searched,
  saidScores,
  type Understood,
  type Weights,
  weightsOf,
} from "../../directory/index.ts";
import type { Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import type { Position } from "../../platform/http/pagination.ts";
import { type ArticleFilters, listByIds, matching, type ReadableArticle, readNumber } from "../store.ts";

export const reasons = ["title", "topic", "summary", "text", "synonym"] as const;

/** What may be left out when nothing is found, what matters least first. */
export const relaxable = ["language", "topics", "words"] as const;
export type Relaxable = (typeof relaxable)[number];

/** What the directory knows, and the words of the articles that the actor reads. */
export const vocabulary = sql`(select word, lexeme, sound from ${directoryWords}
  union select word, lexeme, sound from handreiking.article_word)`;

export interface MatchRow {
  article: ReadableArticle;
  score: number;
  matched: { place: number; by: (typeof reasons)[number] }[];
  weights: Weights | null;
}

interface Scored extends Omit<MatchRow, "article" | "matched"> {
  id: string;
  matched: MatchRow["matched"] | null;
}

export interface Sought {
  /** Absent when the words are left out. */
  understood?: Understood | undefined;
  filters: ArticleFilters;
  /** YYYY-MM-DD */
  today: string;
  after?: { position: Position; weights: Weights } | undefined;
  limit: number;
}

/** Articles and the version that the actor reads, where `condition` holds. */
const read = (condition: SQL) => sql`handreiking.article
  join handreiking.article_version on article_version.article_id = article.id
    and article_version.number = ${readNumber} and ${condition}`;

const articlesWhere = (condition: SQL): Searched => ({
  bearing: sql`select article.id from ${read(condition)}
      where (select code from handreiking.taxonomy_term where id = term) = any (article_version.topics)`,
  holding: sql`select article.id from ${read(condition)} where document @@ word.query`,
  documents: sql`join ${read(sql`true`)} on article.id = candidate.id`,
  topicCount: sql`(select cardinality(topics) from ${read(sql`true`)} where article.id = candidate.id)`,
});

/** All that meets the codes, where the words are left out. */
const unsaid = (condition: SQL) => sql`scored as (
  select article.id, '{}'::int[] as places, 0 as score from ${read(condition)})`;

/** Articles that match any of the words or topics and meet the filters, the best first. */
export async function findMatches(
  tx: Database,
  { understood, filters, today, after, limit }: Sought,
): Promise<MatchRow[]> {
  const condition = matching(filters, today);
  const scores = understood
    ? saidScores(understood, articlesWhere(condition), after?.weights)
    : unsaid(condition);
  const found = await rows<Scored>(
    tx,
    sql`with recursive ${scores}
    select id, score, ${understood ? matched : sql`null::json`} as matched,
      ${understood ? weightsOf(understood) : sql`null::json`} as weights
    from scored
    ${after && sql`where (-score, id) > (${after.position[0]}::int, ${after.position[1]}::uuid)`}
    order by -score, id limit ${limit}`,
  );
  const articles = await listByIds(
    tx,
    found.map(({ id }) => id),
  );
  return found.flatMap(({ id, matched, ...row }) => {
    const article = articles.find((candidate) => candidate.id === id);
    return article ? [{ ...row, article, matched: matched ?? [] }] : [];
  });
}

/** Why: where the most prominent part of the document that holds the word came from. */
const matched = sql`(
  select json_agg(json_build_object('place', told.place, 'by', case
      when word.place is null then 'synonym'
      when ts_filter(document, '{a}') @@ query then 'title'
      when ts_filter(document, '{b}') @@ query then 'topic'
      when ts_filter(document, '{c}') @@ query then 'summary'
      else 'text' end) order by told.place)
  from unnest(scored.places) as told (place) left join word on word.place = told.place
    cross join lateral (select document from ${read(sql`true`)} where article.id = scored.id) as held)`;

/** The filters without those that are named. */
export function without(filters: ArticleFilters, names: readonly Relaxable[]): ArticleFilters {
  const kept = { ...filters };
  for (const name of names) if (name !== "words") delete kept[name];
  return kept;
}

/** What to leave out so that something is found: a code, all codes, the words, at last everything; in one statement. */
export async function findRelaxation(
  tx: Database,
  understood: Understood | undefined,
  { filters, today }: Pick<Sought, "filters" | "today">,
): Promise<Relaxable[]> {
  const given = (["language", "topics"] as const).filter((name) => filters[name] !== undefined);
  const codes: Relaxable[][] = [...given.map((name) => [name]), ...(given.length > 1 ? [[...given]] : [])];
  const tried: Relaxable[][] = understood
    ? [...codes, ["words"], ...codes.map((names): Relaxable[] => [...names, "words"])]
    : codes.map((names): Relaxable[] => [...names, "words"]);
  const attempts = tried.map((left, place) => {
    const meant = understood && !left.includes("words") ? said(understood) : sql`true`;
    return sql`select ${place}::int as place where exists (
      select from ${read(matching(without(filters, left), today))} where ${meant})`;
  });
  const [found] = attempts.length
    ? await rows<{ place: number | null }>(
        tx,
        sql`select min(place) as place from (${sql.join(attempts, sql` union all `)}) as tried`,
      )
    : [];
  return tried[found?.place ?? -1] ?? [...given, "words"];
}

const said = ({ words, topics }: Understood): SQL => sql`(
  document @@ ${anyOf(words.flatMap(({ lexemes }) => lexemes))}::tsquery
  or article_version.topics && array(
    with recursive meant as (
      select value::uuid as id
      from jsonb_array_elements_text(${JSON.stringify(topics.map(({ termId }) => termId))}::text::jsonb)
      union
      select narrower.id from handreiking.taxonomy_term as narrower join meant on narrower.parent_id = meant.id)
    select code from handreiking.taxonomy_term join meant using (id)))`;
