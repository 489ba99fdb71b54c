import { and, type SQL, sql } from "drizzle-orm";
import type { audiences, channels, Domain, statuses } from "./schema.ts";

export interface ServiceFilters {
  domain?: Domain | undefined;
  /** Codes of terms: a service bears one of them, or a narrower one. */
  topics?: readonly string[] | undefined;
  audience?: (typeof audiences)[number] | undefined;
  channel?: (typeof channels)[number] | undefined;
  status?: (typeof statuses)[number] | undefined;
  receivesHandoffs?: boolean | undefined;
  organizationId?: string | undefined;
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
export const matching = (filters: ServiceFilters): SQL =>
  and(
    filters.domain && sql`service.domain = ${filters.domain}`,
    filters.audience && sql`service.audiences @> array[${filters.audience}::text]`,
    filters.channel && sql`service.channels @> array[${filters.channel}::text]`,
    filters.status && sql`service.status = ${filters.status}`,
    filters.organizationId ? sql`service.organization_id = ${filters.organizationId}::uuid` : undefined,
    filters.receivesHandoffs === undefined
      ? undefined
      : sql`${receives} = ${filters.receivesHandoffs}::boolean`,
    filters.topics &&
      sql`exists (select from handreiking.attribute
        where link_id = service.id and taxonomy_term_id in ${termsUnder(filters.topics)})`,
  ) ?? sql`true`;

const termsUnder = (codes: readonly string[]) => sql`(
  with recursive chosen as (
    select id from handreiking.taxonomy_term
    where code in (select jsonb_array_elements_text(${JSON.stringify(codes)}::text::jsonb))
    union
    select narrower.id from handreiking.taxonomy_term as narrower join chosen on narrower.parent_id = chosen.id)
  select id from chosen)`;
