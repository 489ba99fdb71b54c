import { and, type SQL, sql } from "drizzle-orm";
import type { audiences, channels, costs, Domain, statuses } from "./schema.ts";
import type { AccessNeed } from "./search/access.ts";
import { meetsNeeds } from "./search/access-filter.ts";
import { type Area, distanceTo, inArea, type Near, remoteFrom } from "./search/area-filter.ts";
import { speaks } from "./search/language-filter.ts";
import { openAtInstant } from "./search/open-filter.ts";

export interface ServiceFilters {
  domain?: Domain | undefined;
  /** Codes of terms: a service bears one of them, or a narrower one. */
  topics?: readonly string[] | undefined;
  audience?: (typeof audiences)[number] | undefined;
  channel?: (typeof channels)[number] | undefined;
  status?: (typeof statuses)[number] | undefined;
  receivesHandoffs?: boolean | undefined;
  organizationId?: string | undefined;
  /** In whole years. */
  age?: number | undefined;
  /** ISO 639. */
  language?: string | undefined;
  /** All met at one of its places, or by the service wherever it is given. */
  accessibility?: readonly AccessNeed[] | undefined;
  /** Services for the whole country are in every area. */
  area?: Area | undefined;
  near?: Near | undefined;
  /** Open then, over `channel` where that is given. */
  openAt?: Date | undefined;
  cost?: (typeof costs)[number] | undefined;
  /** YYYY-MM-DD. */
  verifiedSince?: string | undefined;
}

/** Joins, to what has an `organization_id`, the participant that answers for that organization. */
export const participantOf = (organizationId: SQL) => sql`
  left join handreiking.organization_participant as link on link.organization_id = ${organizationId}
  left join handreiking.participant on participant.id = link.participant_id
  left join handreiking.partnership on partnership.participant_id = participant.id`;

/** Whether that participant takes handoffs; false where there is none. */
export const participantReceives = sql`(participant.suspended_at is null and coalesce(partnership.receives, false))`;

/** Services with the participant that answers for their organization. */
export const bareServices = sql`handreiking.service ${participantOf(sql`service.organization_id`)}`;

/** The same with the organization. */
export const serviceSource = sql`${bareServices}
  join handreiking.organization on organization.id = service.organization_id`;

/** Whether a service of `bareServices` takes handoffs. */
export const receives = sql`(service.status = 'active' and ${participantReceives})`;

/** The condition that `filters` put on a service of `bareServices`. */
export const matching = (filters: ServiceFilters): SQL => limiting(filters) ?? sql`true`;

/** The same; none where nothing is filtered. */
export const limiting = (filters: ServiceFilters): SQL | undefined =>
  and(
    filters.domain && sql`service.domain = ${filters.domain}`,
    filters.audience && sql`service.audiences @> array[${filters.audience}::text]`,
    filters.channel && sql`service.channels @> array[${filters.channel}::text]`,
    filters.status && sql`service.status = ${filters.status}`,
    filters.age === undefined
      ? undefined
      : sql`coalesce(minimum_age <= ${filters.age}::int, true) and coalesce(maximum_age >= ${filters.age}::int, true)`,
    filters.language ? speaks(filters.language) : undefined,
    filters.accessibility && meetsNeeds(filters.accessibility),
    filters.area && inArea(filters.area),
    filters.near && sql`${distanceTo(filters.near)} <= ${filters.near.radiusKilometers}::float8`,
    filters.openAt && openAtInstant(filters.openAt, filters.channel),
    filters.cost && sql`service.cost = ${filters.cost}`,
    filters.verifiedSince ? sql`service.assured_date >= ${filters.verifiedSince}::date` : undefined,
    filters.organizationId ? sql`service.organization_id = ${filters.organizationId}::uuid` : undefined,
    filters.receivesHandoffs === undefined
      ? undefined
      : sql`${receives} = ${filters.receivesHandoffs}::boolean`,
    filters.topics &&
      sql`exists (select from handreiking.attribute
        where link_id = service.id and taxonomy_term_id in ${termsUnder(filters.topics)})`,
  );

/** 1 for a service that is not of the area asked for itself but of the whole country, else 0. */
export const remoteness = ({ area }: ServiceFilters): SQL => (area ? remoteFrom(area) : sql`0`);

/** Kilometers to the nearest of its places; null where none is asked for. */
export const distance = ({ near }: ServiceFilters): SQL => (near ? distanceTo(near) : sql`null::float8`);

/** The ids of the topics with these codes, and of all narrower ones. */
export const termsUnder = (codes: readonly string[]) => sql`(
  with recursive chosen as (
    select term.id from handreiking.taxonomy_term as term
      join handreiking.taxonomy on taxonomy.id = term.taxonomy_id and taxonomy.name in ('abuse', 'need')
    where term.code in (select jsonb_array_elements_text(${JSON.stringify(codes)}::text::jsonb))
    union
    select narrower.id from handreiking.taxonomy_term as narrower join chosen on narrower.parent_id = chosen.id)
  select id from chosen)`;
