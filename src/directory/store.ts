import { sql } from "drizzle-orm";
import type { Reach } from "../identity/index.ts";
import type { Database } from "../platform/context.ts";
import { rows } from "../platform/database/transact.ts";
import type { Position } from "../platform/http/pagination.ts";
import { type CapacityRow, toldCapacity } from "./capacity/told-capacity.ts";
import { isTopic, type PhoneRow, phonesOf, utc } from "./organization-store.ts";
import type { audiences, channels, costs, Domain, statuses } from "./schema.ts";
import { matching, receives, remoteness, type ServiceFilters, serviceSource } from "./service-filters.ts";

export interface ServiceRow {
  id: string;
  name: string;
  alternateName: string | null;
  description: string | null;
  url: string | null;
  email: string | null;
  status: (typeof statuses)[number];
  statusNote: string | null;
  minimumAge: number | null;
  maximumAge: number | null;
  feesDescription: string | null;
  lastModifiedAt: string;
  assuredOn: string | null;
  domain: Domain;
  audiences: (typeof audiences)[number][];
  channels: (typeof channels)[number][];
  cost: (typeof costs)[number] | null;
  organizationId: string;
  organizationName: string;
  /** Of the participant that answers for the organization; null where none does. */
  participantId: string | null;
  reach: Reach | null;
  receives: boolean;
  topics: { code: string; name: string; nameEn: string }[];
  phones: PhoneRow[];
  serviceAreas: { name: string; extent: string | null; extentType: string | null; national: boolean }[];
  capacity: CapacityRow | null;
}

export interface LocationRow {
  id: string;
  locationType: "physical" | "postal" | "virtual";
  name: string | null;
  url: string | null;
  latitude: number | null;
  longitude: number | null;
}

/** What a service of `serviceSource` is shown by. */
export const serviceColumns = sql`service.id, service.name, service.description, service.url, service.email,
  service.status, service.domain, service.cost, service.alternate_name as "alternateName",
  status_note as "statusNote", minimum_age as "minimumAge", maximum_age as "maximumAge",
  fees_description as "feesDescription", ${utc("service.last_modified")} as "lastModifiedAt",
  assured_date::text as "assuredOn", to_json(audiences) as audiences, to_json(channels) as channels,
  organization.id as "organizationId", organization.name as "organizationName",
  participant.id as "participantId", participant.reach, ${receives} as receives,
  (select coalesce(json_agg(json_build_object('code', code, 'name', term.name, 'nameEn', name_en) order by code), '[]')
    from handreiking.attribute join handreiking.taxonomy_term as term on term.id = taxonomy_term_id
      join handreiking.taxonomy on taxonomy.id = term.taxonomy_id
    where link_id = service.id and ${isTopic}) as topics,
  ${phonesOf("phone.service_id = service.id or phone.organization_id = service.organization_id")} as phones,
  (select coalesce(json_agg(json_build_object('name', area.name, 'extent', extent, 'extentType', extent_type,
      'national', national) order by area.name), '[]')
    from handreiking.service_area as area where area.service_id = service.id) as "serviceAreas",
  ${toldCapacity} as capacity`;

export async function findService(tx: Database, id: string) {
  const [found] = await rows<ServiceRow & { locations: LocationRow[] }>(
    tx,
    sql`select ${serviceColumns},
        (select coalesce(json_agg(json_build_object('id', location.id, 'locationType', location_type,
            'name', location.name, 'url', location.url, 'latitude', case when not confidential then latitude end,
            'longitude', case when not confidential then longitude end)
            order by location.name, location.id), '[]')
          from handreiking.service_at_location as place
            join handreiking.location on location.id = place.location_id
          where place.service_id = service.id) as locations
      from ${serviceSource} where service.id = ${id}::uuid`,
  );
  return found;
}

export interface ListedRow extends ServiceRow {
  /** 1 where it is not of the area asked for but of the whole country. */
  remote: number;
}

/** Services by name, local before national where an area is asked for, after `position`. */
export function listServiceRows(
  tx: Database,
  filters: ServiceFilters,
  position: Position | undefined,
  limit: number,
) {
  // A row that begins with a constant would keep the order from being read off the index.
  const remote = filters.area && sql`${remoteness(filters)}, `;
  const after = position && (remote ? sql`${position[0]}::int, ` : sql``);
  return rows<ListedRow>(
    tx,
    sql`select ${serviceColumns}, ${remoteness(filters)} as remote from ${serviceSource}
      where ${matching(filters)}
        ${position && sql`and (${remote}service.name, service.id) > (${after}${position[1]}, ${position[2]}::uuid)`}
      order by ${remote}service.name, service.id limit ${limit}`,
  );
}

/** What a handoff needs to know of the service that it is to go to. */
export interface ServiceForHandoff {
  id: string;
  name: string;
  status: (typeof statuses)[number];
  /** Who answers for it; absent while nobody in the network does. */
  participantId?: string;
  reach?: Reach;
  receives: boolean;
  /** The number to call, as dialled inside its country. */
  phone?: string;
}

// 112 is the emergency number of the whole European Union, whoever lists it: no handoff goes there.
const ownNumber = sql`(select number from handreiking.phone
  where (phone.service_id = service.id or phone.organization_id = service.organization_id) and number <> '112'
  order by phone.service_id nulls last, phone.description nulls first, number limit 1)`;

// Who has no login is handed over to by telephone, and needs no agreement for it.
const takesCalls = sql`coalesce(service.status = 'active' and participant.reach = 'phone' and participant.suspended_at is null, false)`;

export async function findServiceForHandoff(
  tx: Database,
  id: string,
): Promise<ServiceForHandoff | undefined> {
  const [found] = await rows<ServiceForHandoffRow>(
    tx,
    sql`select service.id, service.name, service.status, participant.id as "participantId", participant.reach,
        ${receives} or ${takesCalls} as receives, ${ownNumber} as phone
      from ${serviceSource} where service.id = ${id}::uuid`,
  );
  return (
    found && {
      id: found.id,
      name: found.name,
      status: found.status,
      receives: found.receives,
      ...(found.participantId && { participantId: found.participantId }),
      ...(found.reach && { reach: found.reach }),
      ...(found.phone && { phone: found.phone }),
    }
  );
}

interface ServiceForHandoffRow extends Omit<ServiceForHandoff, "participantId" | "reach" | "phone"> {
  participantId: string | null;
  reach: Reach | null;
  phone: string | null;
}
