import { type SQL, sql } from "drizzle-orm";
import { namedId } from "../named-id.ts";
import { bareServices, matching, type ServiceFilters } from "../service-filters.ts";
import { perWord, ranked } from "./score.ts";

/**
 * CTEs that end in `scored` as `saidScores` do, for when no words are left to search by: the services that meet the
 * filters, those that listen first; without any filter the national ones that listen to people of every age.
 */
export async function unsaidScores(filters: ServiceFilters): Promise<SQL> {
  const listening = await namedId("taxonomy-term", "listening-ear");
  const narrowed = Object.values(filters).some((value) => value !== undefined);
  const others = sql`union all
    (select service.id, 0 from ${bareServices}
    where ${matching(filters)} and service.id not in (select id from listener) limit ${ranked})`;
  return sql`listener as materialized (
      select service.id from ${bareServices} join handreiking.attribute on link_id = service.id
      where taxonomy_term_id = ${listening}::uuid and ${narrowed ? matching(filters) : toAnyone} limit ${perWord}
    ), scored as (
      select id, '{}'::int[] as places, score
      from (select id, 1 as score from listener ${narrowed ? others : sql``}) as found
    )`;
}

const toAnyone = sql`service.status = 'active' and num_nonnulls(minimum_age, maximum_age) = 0
  and exists (select from handreiking.service_area as served
    where served.service_id = service.id and served.national and coalesce(served.extent, 'NL') = 'NL')`;
