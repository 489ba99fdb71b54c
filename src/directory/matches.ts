import { sql } from "drizzle-orm";
import type { Database } from "../platform/context.ts";
import { rows } from "../platform/db.ts";
import type { Position } from "../platform/pagination.ts";
import { bareServices, matching, receives, type ServiceFilters, serviceSource } from "./service-filters.ts";
import { type ServiceRow, serviceColumns } from "./store.ts";
import { mostUnderstood, type UnderstoodWord } from "./understand.ts";

export interface MatchRow extends ServiceRow {
  score: number;
  /** The places, from 0, of the words that it matches. */
  matched: number[];
}

/** Services looked at for each word, and ranked in all: what keeps a common word from costing a national directory. */
const perWord = 200;
const ranked = 500;

/** Best first: active services before others, then by score, then those that take handoffs. */
export const positionOf = (row: MatchRow): Position => [
  row.status === "active" ? 0 : 1,
  -row.score,
  row.receives ? 0 : 1,
  row.id,
];

const order = sql`(service.status <> 'active')::int, -score, (not ${receives})::int, service.id`;

/**
 * Services that match any of the words, in the order of `positionOf`, after `position`. A word counts for more the
 * fewer services hold it, and the more prominently a service does.
 */
export const findMatches = (
  tx: Database,
  words: readonly UnderstoodWord[],
  filters: ServiceFilters,
  position: Position | undefined,
  limit: number,
) =>
  rows<MatchRow>(
    tx,
    sql`with word as materialized (
      select place::int - 1 as place, value::tsquery as query
      from jsonb_array_elements_text(${JSON.stringify(words.map(queryOf))}::text::jsonb)
        with ordinality as given (value, place)
      limit ${sql.raw(String(mostUnderstood))}
    ), hit as materialized (
      select word.place, found.id from word cross join lateral (
        select service.id from ${bareServices}
          join handreiking.service_search on service_search.service_id = service.id
        where document @@ word.query and ${matching(filters)} limit ${perWord}) as found
    ), rarity as (
      select place, 1 / (1 + ln(count(*))) as weight from hit group by place
    ), candidate as (
      select id from hit join rarity using (place) group by id order by sum(weight) desc, id limit ${ranked}
    ), scored as (
      select candidate.id, json_agg(place order by place) as matched,
        -- ts_rank divides by the number of lexemes asked for.
        round(1000 * sum(weight * (numnode(query) + 1) / 2 * ts_rank('{0.1,0.3,0.7,1}', document, query)))::int as score
      from candidate join handreiking.service_search on service_id = candidate.id
        join word on document @@ query join rarity using (place)
      group by candidate.id
    ), page as materialized (
      select service.id, matched, score from scored join ${bareServices} on service.id = scored.id
      ${position && sql`where (${order}) > (${position[0]}::int, ${position[1]}::int, ${position[2]}::int, ${position[3]}::uuid)`}
      order by ${order} limit ${limit}
    )
    select page.score, page.matched, ${serviceColumns}
    from page join ${serviceSource} on service.id = page.id order by ${order}`,
  );

const queryOf = ({ lexemes }: UnderstoodWord) =>
  lexemes.map((lexeme) => `'${lexeme.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`).join(" | ");
