import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import { bareServices, matching, type ServiceFilters } from "../service-filters.ts";

export const facetNames = ["domain", "topic", "audience", "language", "channel", "cost"] as const;
export type Facet = (typeof facetNames)[number];

export interface FacetCounts extends Partial<Record<Facet, { code: string; count: number }[]>> {
  /** How many services meet all filters, `mostCounted` at most. */
  total: number;
}

/** What keeps counting from reading a whole national directory. */
export const mostCounted = 2000;

const filterOf = {
  domain: "domain",
  topic: "topics",
  audience: "audience",
  language: "language",
  channel: "channel",
  cost: "cost",
} as const satisfies Record<Facet, keyof ServiceFilters>;

/** The codes that the services `counted` have. */
const codesOf: Record<Exclude<Facet, "topic">, SQL> = {
  domain: sql`select id, domain as code from counted`,
  audience: sql`select id, unnest(audiences) as code from counted`,
  channel: sql`select id, unnest(channels) as code from counted`,
  cost: sql`select id, cost as code from counted`,
  language: sql`
    select counted.id, lower(language.code) as code
    from counted join handreiking.language on language.service_id = counted.id
    union all
    select counted.id, lower(language.code)
    from counted join handreiking.phone on phone.service_id = counted.id
      join handreiking.language on language.phone_id = phone.id
    union all
    select counted.id, lower(language.code)
    from counted join handreiking.service_at_location as place on place.service_id = counted.id
      join handreiking.language on language.location_id = place.location_id`,
};

/**
 * An expression: how many of the services that meet `said` and the filters have each code, as `FacetCounts`. Each
 * facet counts as if its own filter were off.
 */
export function countFacets(facets: readonly Facet[], filters: ServiceFilters, said: SQL = sql`true`): SQL {
  const meeting = (kept: ServiceFilters) => sql`select service.id, domain, audiences, channels, cost
    from ${bareServices} where ${said} and ${matching(kept)} limit ${mostCounted}`;
  const counts = [...new Set(facets)].map((facet) => {
    const { [filterOf[facet]]: own, ...others } = filters;
    const among = own === undefined ? sql`select * from met` : meeting(others);
    return sql`, ${sql.raw(`'${facet}'`)}, (select coalesce(json_agg(json_build_object('code', code, 'count', count)
      order by count desc, code), '[]') from (${facet === "topic" ? topics(among) : codes(facet, among)}) as told)`;
  });
  return sql`(with met as materialized (${meeting(filters)})
    select json_build_object('total', (select count(*)::int from met)${sql.join(counts)}))`;
}

export async function findFacets(
  tx: Database,
  facets: readonly Facet[],
  filters: ServiceFilters,
): Promise<FacetCounts> {
  const [found] = await rows<{ facets: FacetCounts }>(
    tx,
    sql`select ${countFacets(facets, filters)} as facets`,
  );
  return found?.facets ?? { total: 0 };
}

const codes = (facet: Exclude<Facet, "topic">, among: SQL) => sql`
  with counted as (${among}), borne as (${codesOf[facet]})
  select code, count(distinct id)::int as count from borne where code is not null group by code`;

/** A topic counts those filed under a narrower one too. */
const topics = (among: SQL) => sql`
  with recursive counted as (${among}), borne as (
    select counted.id, term.id as term, term.code, term.parent_id from counted
      join handreiking.attribute on link_id = counted.id
      join handreiking.taxonomy_term as term on term.id = taxonomy_term_id
      join handreiking.taxonomy on taxonomy.id = term.taxonomy_id and taxonomy.name in ('abuse', 'need')
    union
    select borne.id, broader.id, broader.code, broader.parent_id
    from borne join handreiking.taxonomy_term as broader on broader.id = borne.parent_id)
  select code, count(distinct id)::int as count from borne group by code`;
