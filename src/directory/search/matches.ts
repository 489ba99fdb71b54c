import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import type { Position } from "../../platform/http/pagination.ts";
import {
  bareServices,
  distance,
  limiting,
  receives,
  remoteness,
  type ServiceFilters,
  serviceSource,
} from "../service-filters.ts";
import { type ServiceRow, serviceColumns } from "../store.ts";
import { countFacets, type Facet, type FacetCounts } from "./facets.ts";
import { said, saidScores, servicesWhere, type Weights, weightsOf } from "./score.ts";
import type { Understood } from "./understand.ts";
import { unsaidScores } from "./unsaid.ts";

export const reasons = ["name", "topic", "synonym", "description", "organization"] as const;

export interface MatchRow extends ServiceRow {
  score: number;
  /** Kilometers from the postcode asked for. */
  distance: number | null;
  /** What it matches: places, from 0, among the words and then the topics. */
  matched: { place: number; by: (typeof reasons)[number] }[] | null;
  position: Position;
  weights: Weights | null;
  facets: FacetCounts | null;
}

export interface Sought {
  /** Absent when no words are left to search by. */
  understood?: Understood | undefined;
  filters: ServiceFilters;
  /** After this one, with the weights of the first page. */
  after?: { position: Position; weights: Weights } | undefined;
  facets?: readonly Facet[] | undefined;
  limit: number;
}

/**
 * Best first: active services before others, local before national, then by score, those that take handoffs, the
 * latest verified, the nearest.
 */
const order = (filters: ServiceFilters): SQL => sql`(service.status <> 'active')::int, remote, -score,
  (not ${receives})::int, -coalesce(service.assured_date - date '2000-01-01', -1),
  coalesce(round(${distance(filters)} * 10)::int, 0), service.id`;

const afterPosition = (filters: ServiceFilters, position: Position) => sql`where (${order(filters)}) > (
  ${sql.join(
    position.slice(0, -1).map((key) => sql`${key}::int`),
    sql`, `,
  )}, ${position.at(-1)}::uuid)`;

/** Services that match any of the words or topics and meet the filters. */
export async function findMatches(
  tx: Database,
  { understood, filters, after, facets, limit }: Sought,
): Promise<MatchRow[]> {
  const scores = understood
    ? saidScores(understood, servicesWhere(limiting(filters)), after?.weights)
    : await unsaidScores(filters);
  return rows<MatchRow>(
    tx,
    sql`with recursive ${scores}, page as materialized (
      select service.id, places, score, remote, json_build_array(${order(filters)}) as position
      from scored join ${bareServices} on service.id = scored.id
        cross join lateral (select ${remoteness(filters)} as remote offset 0) as placed
      ${after && afterPosition(filters, after.position)}
      order by ${order(filters)} limit ${limit}
    )
    select page.score, page.position, ${distance(filters)} as distance,
      ${understood ? matched : sql`null::json`} as matched,
      ${understood ? weightsOf(understood) : sql`null::json`} as weights,
      ${facets ? countFacets(facets, filters, understood && said(understood)) : sql`null::json`} as facets,
      ${serviceColumns}
    from page join ${serviceSource} on service.id = page.id order by ${order(filters)}`,
  );
}

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
