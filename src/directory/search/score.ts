import { type SQL, sql } from "drizzle-orm";
import { bareServices } from "../service-filters.ts";
import { anyOf } from "./tsquery.ts";
import type { Understood } from "./understand.ts";

/** Services looked at for each word, and ranked in all: what keeps a common word from costing a national directory. */
export const perWord = 200;
export const ranked = 200;

/** What a caller's phrase counts for beside a word in a topic's name, and a narrower topic beside the one meant. */
const synonymWeight = 0.9;
const narrowerWeight = 0.6;
/** How deep narrower terms are looked for: imported taxonomies may be circular. */
const deepest = 6;

/** How much each word and topic counts, by its place among both; null for one that nothing was found by. */
export type Weights = readonly (number | null)[];

/** What is searched, as parts of a statement. */
export interface Searched {
  /** Selects the `id` of each that bears the topic `term`. */
  bearing: SQL;
  /** Selects the `id` of each whose document matches `word.query`. */
  holding: SQL;
  /** Joins its `document` to `candidate`. */
  documents: SQL;
  /** Counts the topics that `candidate` bears. */
  topicCount: SQL;
}

/** The services that meet `condition`; all of them without one, whose documents alone are then looked at. */
export const servicesWhere = (condition: SQL | undefined): Searched => ({
  bearing: sql`select service.id from ${bareServices} join handreiking.attribute on link_id = service.id
      where taxonomy_term_id = term ${condition && sql`and ${condition}`}`,
  holding: condition
    ? sql`select service.id from ${bareServices}
        join handreiking.service_search on service_search.service_id = service.id
      where document @@ word.query and ${condition}`
    : sql`select service_id as id from handreiking.service_search where document @@ word.query`,
  documents: sql`join handreiking.service_search on service_id = candidate.id`,
  topicCount: sql`(select count(*) from handreiking.attribute
        where link_id = candidate.id and taxonomy_term_id is not null)`,
});

/**
 * CTEs, of a recursive WITH, that end in `scored (id, places, score)`: what is searched and matches any of the words or
 * topics. A word counts for more the fewer hold it, and the more prominently one does; a topic, the fewer topics one
 * has. `weights` are those of the first page, so that what is added meanwhile moves nothing.
 */
export const saidScores = ({ words, topics }: Understood, searched: Searched, weights?: Weights): SQL => sql`
  word as materialized (
    select place::int - 1 as place, value::tsquery as query
    from jsonb_array_elements_text(${JSON.stringify(words.map(({ lexemes }) => anyOf(lexemes)))}::text::jsonb)
      with ordinality as given (value, place)
  ), under as (
    select place, term, strength, 1 as depth
    from jsonb_to_recordset(${JSON.stringify(topics.map(({ termId, strength }, at) => ({ place: words.length + at, term: termId, strength })))}::text::jsonb)
      as said (place int, term uuid, strength float8)
    union all
    select place, narrower.id, strength * ${narrowerWeight}::float8, depth + 1
    from under join handreiking.taxonomy_term as narrower on narrower.parent_id = term
    where depth < ${deepest}
  ), topic_hit as materialized (
    select place, id, max(strength) as strength from under cross join lateral (
      ${searched.bearing} limit ${perWord}) as found
    group by place, id
  ), hit as materialized (
    select word.place, found.id from word cross join lateral (
      ${searched.holding} limit ${perWord}) as found
    union all select place, id from topic_hit
  ), rarity as materialized (${weights ? kept(weights) : counted}),
  candidate as (
    select id from hit join rarity using (place) group by id order by sum(weight) desc, id limit ${ranked}
  ), part as (
    -- ts_rank divides by the number of lexemes asked for.
    select candidate.id, place, weight * (numnode(query) + 1) / 2 * ts_rank('{0.1,0.3,0.7,1}', document, query) as part
    from candidate ${searched.documents}
      join word on document @@ query join rarity using (place)
    union all
    select id, place, ${synonymWeight}::float8 * weight * strength / sqrt(${searched.topicCount})
    from candidate join topic_hit using (id) join rarity using (place)
  ), scored as (
    select id, array_agg(place order by place) as places, round(1000 * sum(part))::int as score
    from part group by id
  )`;

/** Rounded, so that a weight is the same after it was written down. */
const counted = sql`select place, round((1 / (1 + ln(count(*))))::numeric, 4)::float8 as weight from hit group by place`;

const kept = (weights: Weights) => sql`select place::int - 1 as place, value::float8 as weight
  from jsonb_array_elements_text(${JSON.stringify(weights)}::text::jsonb) with ordinality as given (value, place)
  where value is not null`;

/** The weights that `saidScores` came to, as `Weights`. */
export const weightsOf = ({ words, topics }: Understood): SQL => sql`(
  select json_agg(weight order by place)
  from generate_series(0, ${words.length + topics.length}::int - 1) as given (place) left join rarity using (place))`;

/** Whether a service matches any of the words or topics, ranked or not. */
export const said = ({ words, topics }: Understood): SQL => sql`(exists (
    select from handreiking.service_search
    where service_id = service.id and document @@ ${anyOf(words.flatMap(({ lexemes }) => lexemes))}::tsquery)
  or exists (
    select from handreiking.attribute
    where link_id = service.id and taxonomy_term_id in (${meantBy(topics)})))`;

/** The ids of all services that match any of the words or topics. */
export const saidIds = ({ words, topics }: Understood): SQL => sql`
  select service_id from handreiking.service_search
  where document @@ ${anyOf(words.flatMap(({ lexemes }) => lexemes))}::tsquery
  union
  select link_id from handreiking.attribute where taxonomy_term_id in (${meantBy(topics)})`;

const meantBy = (topics: Understood["topics"]): SQL => sql`
  with recursive meant as (
    select value::uuid as id
    from jsonb_array_elements_text(${JSON.stringify(topics.map(({ termId }) => termId))}::text::jsonb)
    union
    select narrower.id from handreiking.taxonomy_term as narrower join meant on narrower.parent_id = meant.id)
  select id from meant`;
