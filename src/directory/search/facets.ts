import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../platform/context.ts";
import { rows } from "../../platform/db.ts";
import { bareServices, matching, type ServiceFilters } from "../service-filters.ts";
import { languagesOf } from "./language-filter.ts";

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

/** The codes that a service `counted` has. */
const codesOf: Record<Exclude<Facet, "topic">, SQL> = {
  domain: sql`lateral (values (counted.domain)) as its (code)`,
  audience: sql`unnest(counted.audiences) as its (code)`,
  channel: sql`unnest(counted.channels) as its (code)`,
  cost: sql`lateral (values (counted.cost)) as its (code)`,
  language: sql`lateral (select lower(language.code) as code from handreiking.language
    where ${languagesOf(sql`counted.id`)}) as its`,
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
  select code, count(distinct counted.id)::int as count from (${among}) as counted cross join ${codesOf[facet]}
  where code is not null group by code`;

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
