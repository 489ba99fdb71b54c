import { sql } from "drizzle-orm";
import type { Database } from "../../platform/context.ts";
import { rows } from "../../platform/db.ts";
import type { Position } from "../../platform/pagination.ts";
import {
  bareServices,
  distance,
  matching,
  receives,
  remoteness,
  type ServiceFilters,
  serviceSource,
} from "../service-filters.ts";
import { type ServiceRow, serviceColumns } from "../store.ts";
import type { Understood, UnderstoodWord } from "./understand.ts";

export const reasons = ["name", "topic", "synonym", "description", "organization"] as const;

export interface MatchRow extends ServiceRow {
  score: number;
  /** 1 where it is not of the area asked for but of the whole country. */
  remote: number;
  /** Kilometers from the postcode asked for. */
  distance: number | null;
  /** What it matches: places, from 0, among the words and then the topics. */
  matched: { place: number; by: (typeof reasons)[number] }[];
}

/** Services looked at for each word, and ranked in all: what keeps a common word from costing a national directory. */
const perWord = 200;
const ranked = 500;

/** Best first: active services before others, local before national, then by score, then those that take handoffs. */
export const positionOf = (row: MatchRow): Position => [
  row.status === "active" ? 0 : 1,
  row.remote,
  -row.score,
  row.receives ? 0 : 1,
  row.id,
];

const order = sql`(service.status <> 'active')::int, remote, -score, (not ${receives})::int, service.id`;

/** What a caller's phrase counts for beside a word in a topic's name, and a narrower topic beside the one meant. */
const synonymWeight = 0.9;
const narrowerWeight = 0.6;
/** How deep narrower terms are looked for: imported taxonomies may be circular. */
const deepest = 6;

/**
 * Services that match any of the words or topics, in the order of `positionOf`, after `position`. A word counts for
 * more the fewer services hold it, and the more prominently a service does; a topic, the fewer topics a service has.
 */
export const findMatches = (
  tx: Database,
  { words, topics }: Understood,
  filters: ServiceFilters,
  position: Position | undefined,
  limit: number,
) =>
  rows<MatchRow>(
    tx,
    sql`with recursive word as materialized (
      select place::int - 1 as place, value::tsquery as query
      from jsonb_array_elements_text(${JSON.stringify(words.map(queryOf))}::text::jsonb)
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
        select service.id from ${bareServices} join handreiking.attribute on link_id = service.id
        where taxonomy_term_id = term and ${matching(filters)} limit ${perWord}) as found
      group by place, id
    ), hit as materialized (
      select word.place, found.id from word cross join lateral (
        select service.id from ${bareServices}
          join handreiking.service_search on service_search.service_id = service.id
        where document @@ word.query and ${matching(filters)} limit ${perWord}) as found
      union all select place, id from topic_hit
    ), rarity as (
      select place, 1 / (1 + ln(count(*))) as weight from hit group by place
    ), candidate as (
      select id from hit join rarity using (place) group by id order by sum(weight) desc, id limit ${ranked}
    ), part as (
      -- ts_rank divides by the number of lexemes asked for.
      select candidate.id, place, weight * (numnode(query) + 1) / 2 * ts_rank('{0.1,0.3,0.7,1}', document, query) as part
      from candidate join handreiking.service_search on service_id = candidate.id
        join word on document @@ query join rarity using (place)
      union all
      select id, place, ${synonymWeight}::float8 * weight * strength / sqrt((select count(*) from handreiking.attribute
          where link_id = candidate.id and taxonomy_term_id is not null))
      from candidate join topic_hit using (id) join rarity using (place)
    ), scored as (
      select id, array_agg(place order by place) as places, round(1000 * sum(part))::int as score,
        (select ${remoteness(filters)} from handreiking.service where service.id = part.id) as remote
      from part group by id
    ), page as materialized (
      select service.id, places, score, remote from scored join ${bareServices} on service.id = scored.id
      ${position && sql`where (${order}) > (${position[0]}::int, ${position[1]}::int, ${position[2]}::int, ${position[3]}::int, ${position[4]}::uuid)`}
      order by ${order} limit ${limit}
    )
    select page.score, page.remote, ${distance(filters)} as distance, ${matched} as matched, ${serviceColumns}
    from page join ${serviceSource} on service.id = page.id order by ${order}`,
  );

/** Why: where the most prominent part of the index that holds the word came from. */
const matched = sql`(
  select json_agg(json_build_object('place', told.place, 'by', case
      when word.place is null then 'synonym'
      when ts_filter(document, '{a}') @@ query then 'name'
      when ts_filter(document, '{b}') @@ query and to_tsvector('handreiking.dutch',
        concat_ws(' ', organization.name, organization.alternate_name)) @@ query then 'organization'
      when ts_filter(document, '{b}') @@ query then 'topic'
      when ts_filter(document, '{c}') @@ query then 'description'
      else 'topic' end) order by told.place)
  from unnest(page.places) as told (place) left join word on word.place = told.place
    left join handreiking.service_search on service_search.service_id = page.id)`;

const queryOf = ({ lexemes }: UnderstoodWord) =>
  lexemes.map((lexeme) => `'${lexeme.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`).join(" | ");
