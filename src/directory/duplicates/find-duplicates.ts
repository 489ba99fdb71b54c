import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import type { Position } from "../../platform/http/pagination.ts";

export const duplicateReasons = ["same-identifier", "same-phone", "similar-name"] as const;

export interface DuplicateRow {
  kind: "organization" | "service";
  firstId: string;
  firstName: string;
  secondId: string;
  secondName: string;
  reasons: (typeof duplicateReasons)[number][];
  score: number;
}

/** A number, identifier or part of a name that more entries share says nothing about any two of them. */
const mostSharing = 10;
const mostSharingWord = 30;

/** How alike names are by their trigrams. Services of one organization are named alike more often. */
const alikeOrganizations = 0.5;
const alikeServices = 0.7;

/** Words that organizations have in their name or not, as they please. */
const dropped = String.raw`\m(stichting|vereniging|cooperatie|coop|bv|b v|nv|n v|de|het|een|van|voor|en)\M`;

/** A number as dialled from abroad; other countries' own are kept apart by the country. */
const dialled = sql.raw(`(select case when plain like '+%' then plain
    when plain like '00%' then '+' || substr(plain, 3)
    when plain like '0%' and phone.country = 'NL' then '+31' || substr(plain, 2)
    else phone.country || plain end
  from regexp_replace(replace(phone.number, '(0)', ''), '[^0-9+]', '', 'g') as plain)`);

/**
 * Pairs of `shared` that stand under one key, unless too many do, with what each tells of itself. Grouped, not joined:
 * a planner that guesses too few rows would compare all with all. `offset 0` keeps conditions from above out.
 */
const pairsOf = (shared: string, most: number) =>
  sql.raw(`
  select distinct kind, one.id as first_id, other.id as second_id, one.told as first_told, other.told as second_told
  from (select kind, array_agg(id order by id) as ids, array_agg(told order by id) as tellings from ${shared}
      group by kind, key having count(*) between 2 and ${most}) as sharing
    cross join unnest(ids, tellings) with ordinality as one (id, told, place)
    cross join unnest(ids, tellings) with ordinality as other (id, told, place)
  where one.place < other.place offset 0`);

/**
 * Names are compared only where they share a rare word, a beginning or an end: every pair of a national directory
 * is too many. Services are compared by name inside their organization, by number with those of others.
 */
const pairs = sql`
  with entry as materialized (
    select 'organization' as kind, id, name, null::uuid as organization_id from handreiking.organization
    union all select 'service', id, name, organization_id from handreiking.service where status <> 'defunct'
  ), plain as materialized (
    select kind, id, organization_id, words, replace(words, ' ', '') as whole
    from entry, lateral (select trim(regexp_replace(regexp_replace(regexp_replace(lower(unaccent(name)),
      '[^a-z0-9]+', ' ', 'g'), ${dropped}, ' ', 'g'), ' +', ' ', 'g')) as words) as read
  ), named as materialized (
    select distinct kind, coalesce(organization_id::text, '') || part as key, id, whole as told from plain, lateral (
      select 'w' || word as part from unnest(string_to_array(words, ' ')) as word where length(word) >= 4
      union all select 'b' || left(whole, 5) where length(whole) >= 5
      union all select 'e' || right(whole, 5) where length(whole) >= 5) as parts
  ), called as materialized (
    select distinct kind, number as key, id, told from (
      select 'organization' as kind, coalesce(phone.organization_id, service.organization_id) as id,
        coalesce(phone.organization_id, service.organization_id) as told, ${dialled} as number
      from handreiking.phone left join handreiking.service on service.id = service_id
      union all
      select 'service', service.id, service.organization_id, ${dialled}
      from handreiking.phone join handreiking.service on service.id = service_id
      where service.status <> 'defunct') as numbers
    where id is not null and length(number) >= 8
  ), identified as materialized (
    select distinct 'organization' as kind, organization_id as id, null::text as told,
      lower(identifier_type) || ' ' || lower(regexp_replace(identifier, '[^[:alnum:]]', '', 'g')) as key
    from handreiking.organization_identifier
  ), alike as (
    select kind, first_id, second_id, similarity(first_told, second_told) as likeness
    from (${pairsOf("named", mostSharingWord)}) as pair
    where regexp_replace(first_told, '[^0-9]', '', 'g') = regexp_replace(second_told, '[^0-9]', '', 'g')
  ), told as (
    select kind, first_id, second_id, 'same-identifier' as reason, 1 as weight
    from (${pairsOf("identified", mostSharing)}) as pair
    union all
    select kind, first_id, second_id, 'same-phone', 0.8 from (${pairsOf("called", mostSharing)}) as pair
    where first_told <> second_told
    union all
    select kind, first_id, second_id, 'similar-name', likeness from alike
    where likeness >= case kind when 'organization' then ${sql.raw(String(alikeOrganizations))}
      else ${sql.raw(String(alikeServices))} end
  )
  select kind, first_id, second_id, json_agg(reason order by reason) as reasons, round(100 * sum(weight))::int as score
  from told group by kind, first_id, second_id`;

const nameOf = (
  id: SQL,
) => sql`(select name from handreiking.organization where kind = 'organization' and id = ${id}
  union all select name from handreiking.service where kind = 'service' and id = ${id})`;

/** Pairs that may be one, the likeliest first, after `position`: those not dismissed, or those that were. */
export const listDuplicateRows = (
  tx: Database,
  dismissed: boolean,
  position: Position | undefined,
  limit: number,
) =>
  rows<DuplicateRow>(
    tx,
    sql`with page as materialized (
        select * from (${pairs}) as pair
        where ${dismissed}::boolean = exists (select from handreiking.duplicate_dismissal as dismissal
          where dismissal.first_id = pair.first_id and dismissal.second_id = pair.second_id)
          ${position && sql`and (-score, first_id, second_id) > (${position[0]}::int, ${position[1]}::uuid, ${position[2]}::uuid)`}
        order by -score, first_id, second_id limit ${limit})
      select kind, first_id as "firstId", ${nameOf(sql`first_id`)} as "firstName", second_id as "secondId",
        ${nameOf(sql`second_id`)} as "secondName", reasons, score
      from page order by -score, first_id, second_id`,
  );

/** Whether both are entries of one kind, whose likeness can be judged. */
export async function isPair(tx: Database, firstId: string, secondId: string): Promise<boolean> {
  const [found] = await rows<{ found: boolean }>(
    tx,
    sql`select (select count(*) = 2 from handreiking.organization where id in (${firstId}::uuid, ${secondId}::uuid))
      or (select count(*) = 2 from handreiking.service where id in (${firstId}::uuid, ${secondId}::uuid)) as found`,
  );
  return found?.found ?? false;
}
