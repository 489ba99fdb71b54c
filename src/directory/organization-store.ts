import { sql } from "drizzle-orm";
import type { Reach } from "../identity/index.ts";
import type { Database } from "../platform/context.ts";
import { rows } from "../platform/database/transact.ts";
import type { Position } from "../platform/http/pagination.ts";
import { participantOf, participantReceives } from "./service-filters.ts";
import type { TaxonomyName } from "./taxonomy/index.ts";

export interface PhoneRow {
  number: string;
  country: string;
  type: string | null;
  description: string | null;
}

export interface OrganizationRow {
  id: string;
  name: string;
  alternateName: string | null;
  description: string;
  email: string | null;
  website: string | null;
  country: string;
  lastModifiedAt: string;
  /** Of the participant that answers for it; null where none does. */
  participantId: string | null;
  reach: Reach | null;
  receives: boolean;
  phones: PhoneRow[];
}

export interface TermRow {
  id: string;
  taxonomy: TaxonomyName;
  code: string;
  parentCode: string | null;
  name: string;
  nameEn: string;
  description: string;
}

/** A time as RFC 3339 in UTC. */
export const utc = (column: string) => sql.raw(utcSql(column));
export const utcSql = (column: string) =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The phones of `of` as JSON; a general number has no description or one that sorts early. */
export const phonesOf = (of: string) =>
  sql.raw(`(select coalesce(json_agg(json_build_object('number', number, 'country', phone.country,
      'type', type, 'description', phone.description)
      order by phone.service_id nulls last, phone.description nulls first, number), '[]')
    from handreiking.phone where ${of})`);

const organizationRows = sql`select organization.id, organization.name, organization.description, email, website,
    organization.country, alternate_name as "alternateName", ${utc("last_modified")} as "lastModifiedAt",
    participant.id as "participantId", participant.reach, ${participantReceives} as receives,
    ${phonesOf("phone.organization_id = organization.id")} as phones
  from handreiking.organization ${participantOf(sql`organization.id`)}`;

export async function findOrganization(tx: Database, id: string): Promise<OrganizationRow | undefined> {
  const [found] = await rows<OrganizationRow>(
    tx,
    sql`${organizationRows} where organization.id = ${id}::uuid`,
  );
  return found;
}

/** Organizations by name, after `position`. */
export const listOrganizationRows = (tx: Database, position: Position | undefined, limit: number) =>
  rows<OrganizationRow>(
    tx,
    sql`${organizationRows}
      ${position && sql`where (organization.name, organization.id) > (${position[0]}, ${position[1]}::uuid)`}
      order by organization.name, organization.id limit ${limit}`,
  );

/** Whether a term's `taxonomy` is one of ours: imported ones are told at /hsds only. */
export const isTopic = sql`taxonomy.name in ('abuse', 'need')`;

/** Terms by code, after `position`. */
export const listTermRows = (
  tx: Database,
  taxonomy: TaxonomyName | undefined,
  position: Position | undefined,
  limit: number,
) =>
  rows<TermRow>(
    tx,
    sql`select term.id, taxonomy.name as taxonomy, term.code, broader.code as "parentCode", term.name,
        term.name_en as "nameEn", term.description
      from handreiking.taxonomy_term as term
        join handreiking.taxonomy on taxonomy.id = term.taxonomy_id
        left join handreiking.taxonomy_term as broader on broader.id = term.parent_id
      where ${taxonomy ? sql`taxonomy.name = ${taxonomy}` : isTopic}
        ${position && sql`and term.code > ${position[0]}`}
      order by term.code limit ${limit}`,
  );

/** Those of `codes` that neither of our taxonomies holds. */
export async function findUnknownTopics(
  tx: Database,
  codes: readonly string[],
  taxonomy?: TaxonomyName,
): Promise<string[]> {
  const unknown = await rows<{ code: string }>(
    tx,
    sql`select distinct code from jsonb_array_elements_text(${JSON.stringify(codes)}::text::jsonb) as given (code)
      where not exists (select from handreiking.taxonomy_term as term
        join handreiking.taxonomy on taxonomy.id = term.taxonomy_id
        where term.code = given.code and ${taxonomy ? sql`taxonomy.name = ${taxonomy}` : isTopic})
      order by code`,
  );
  return unknown.map(({ code }) => code);
}

/** The Dutch names of topics, by their codes' order. */
export async function findTermNames(tx: Database, codes: readonly string[]): Promise<string[]> {
  const found = await rows<{ name: string }>(
    tx,
    sql`select term.name from jsonb_array_elements_text(${JSON.stringify(codes)}::text::jsonb)
        with ordinality as given (code, place)
      join handreiking.taxonomy_term as term on term.code = given.code
      join handreiking.taxonomy on taxonomy.id = term.taxonomy_id and ${isTopic}
      order by place`,
  );
  return found.map(({ name }) => name);
}
