import { type SQL, sql } from "drizzle-orm";
import { permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import { fail, type ProblemDefinition } from "../../platform/http/problem.ts";
import {
  entryDeleted,
  locationNotFound,
  notYourEntry,
  organizationNotFound,
  serviceNotFound,
} from "../problems.ts";
import type { Part } from "./part.ts";
import { entrySql, type Withholding } from "./part-sql.ts";
import { location } from "./parts/location.ts";
import { organization } from "./parts/organization.ts";
import { service } from "./parts/service.ts";

export type EntryKind = "organization" | "service" | "location";

export const parts: Readonly<Record<EntryKind, Part>> = { organization, service, location };

const notFound: Record<EntryKind, ProblemDefinition<404>> = {
  organization: organizationNotFound,
  service: serviceNotFound,
  location: locationNotFound,
};

/** Why there is no entry to show: it was deleted, or there never was one. */
export async function failMissing(tx: Database, kind: EntryKind, id: string): Promise<never> {
  const [last] = await rows<{ change: string }>(
    tx,
    sql`select change from handreiking.directory_version where record_id = ${id}::uuid and entity = ${kind}
      order by position desc limit 1`,
  );
  return fail(last?.change === "deleted" ? entryDeleted : notFound[kind]);
}

const organizationOf: Record<EntryKind, SQL> = {
  organization: sql`entry.id`,
  service: sql`entry.organization_id`,
  location: sql`entry.organization_id`,
};

/** Refuses unless the actor edits the directory; answers whether it edits all of it, or its own entries alone. */
export function permitEditing(ctx: Context): { curates: boolean } {
  permit(ctx, "directory:write");
  return { curates: ctx.actor.permissions.has("directory:curate") };
}

/** Locks an entry that the actor may edit, until the transaction ends. */
export async function lockEntry(tx: Database, ctx: Context, kind: EntryKind, id: string): Promise<void> {
  const { curates } = permitEditing(ctx);
  const table = sql`handreiking.${sql.identifier(kind)} as entry`;
  const [found] = await rows<{ own: boolean }>(
    tx,
    sql`select exists (select from handreiking.organization_participant as link
        where link.organization_id = ${organizationOf[kind]}
          and link.participant_id = ${ctx.actor.participantId}::uuid) as own
      from ${table} where entry.id = ${id}::uuid`,
  );
  if (!found) return failMissing(tx, kind, id);
  if (!curates && !found.own) fail(notYourEntry);
  const locked = await rows(tx, sql`select entry.id from ${table} where entry.id = ${id}::uuid for update`);
  // Deleted since, or linked to another.
  if (locked.length === 0) return failMissing(tx, kind, id);
}

const topics = `(select coalesce(json_agg(term.code order by term.code), '[]')
  from handreiking.attribute join handreiking.taxonomy_term as term on term.id = taxonomy_term_id
    join handreiking.taxonomy on taxonomy.id = term.taxonomy_id
  where link_id = entry.id and taxonomy.name in ('abuse', 'need'))`;

const places = `(select coalesce(json_agg(json_strip_nulls(json_build_object(
    'locationId', location_id, 'description', description)) order by location_id), '[]')
  from handreiking.service_at_location as place where place.service_id = entry.id
    and exists (select from handreiking.location where location.id = place.location_id))`;

/** What of a confidential place only its own organization is shown, and may change. */
export const placeProperties: ReadonlySet<string> = new Set(["latitude", "longitude", "addresses"]);

const confidentiality: Withholding = {
  properties: placeProperties,
  unless: (alias) => `(not ${alias}.confidential or handreiking.actor_answers_for(location => ${alias}.id))`,
};

const expressions: Record<EntryKind, string> = {
  organization: entrySql(organization, "entry", [["parentOrganizationId", "entry.parent_organization_id"]]),
  service: entrySql(service, "entry", [
    ["organizationId", "entry.organization_id"],
    ["topics", topics],
    ["locations", places],
  ]),
  location: entrySql(location, "entry", [["organizationId", "entry.organization_id"]], confidentiality),
};

export type Entry = Record<string, unknown> & { id: string };

/** An entry as it is edited: its own columns and its lists. */
export async function findEntry(tx: Database, kind: EntryKind, id: string): Promise<Entry | undefined> {
  const [found] = await rows<{ entry: Entry }>(
    tx,
    sql`select ${sql.raw(expressions[kind])} as entry from handreiking.${sql.identifier(kind)} as entry
      where entry.id = ${id}::uuid`,
  );
  return found?.entry;
}
