import { sql } from "drizzle-orm";
import type { Context, Database } from "../../platform/context.ts";
import { rows } from "../../platform/database/transact.ts";
import type { Fault } from "../../platform/http/problem.ts";
import { findUnknownTopics, isTopic } from "../organization-store.ts";
import { removeParts } from "./remove-parts.ts";

const asJson = (value: unknown) => sql`${JSON.stringify(value)}::text::jsonb`;

/** Puts the service under `codes` in place of the topics that it had; terms of other taxonomies stay. */
export async function replaceTopics(
  tx: Database,
  ctx: Context,
  serviceId: string,
  codes: readonly string[],
  faults: Fault[],
): Promise<boolean> {
  const unknown = await findUnknownTopics(tx, codes);
  for (const [index, code] of codes.entries())
    if (unknown.includes(code))
      faults.push({ in: "body", pointer: `/topics/${index}`, detail: "must be the code of a taxonomy term" });
  if (faults.length > 0) return false;
  const removed = await rows(
    tx,
    sql`delete from handreiking.attribute using handreiking.taxonomy_term as term, handreiking.taxonomy
      where link_id = ${serviceId}::uuid and link_entity = 'service' and term.id = taxonomy_term_id
        and taxonomy.id = term.taxonomy_id and ${isTopic}
        and term.code not in (select jsonb_array_elements_text(${asJson(codes)})) returning attribute.id`,
  );
  const given = [...new Set(codes)].map((code) => ({ id: ctx.newId(), code }));
  const added = await rows(
    tx,
    sql`insert into handreiking.attribute (id, link_id, link_entity, taxonomy_term_id)
      select given.id, ${serviceId}::uuid, 'service', term.id
      from jsonb_to_recordset(${asJson(given)}) as given (id uuid, code text)
        join handreiking.taxonomy_term as term on term.code = given.code
        join handreiking.taxonomy on taxonomy.id = term.taxonomy_id and ${isTopic}
      where not exists (select from handreiking.attribute as known where known.link_id = ${serviceId}::uuid
        and known.link_entity = 'service' and known.taxonomy_term_id = term.id) returning id`,
  );
  return removed.length + added.length > 0;
}

export interface Place {
  locationId: string;
  description?: string | null | undefined;
}

/** Gives the service at `places` and nowhere else; what is said of it at a place that stays, stays. */
export async function replacePlaces(
  tx: Database,
  ctx: Context,
  serviceId: string,
  places: readonly Place[],
  faults: Fault[],
): Promise<boolean> {
  const known = await rows<{ id: string }>(
    tx,
    sql`select id from handreiking.location
      where id in (select (value ->> 'locationId')::uuid from jsonb_array_elements(${asJson(places)}))`,
  );
  for (const [index, { locationId }] of places.entries()) {
    const pointer = `/locations/${index}/locationId`;
    if (!known.some(({ id }) => id === locationId.toLowerCase()))
      faults.push({ in: "body", pointer, detail: "must be a location of the directory" });
    if (places.findIndex((place) => place.locationId === locationId) < index)
      faults.push({ in: "body", pointer, detail: "must be named once" });
  }
  if (faults.length > 0) return false;
  const given = sql`jsonb_to_recordset(${asJson(places.map((place) => ({ ...place, id: ctx.newId() })))})
    as given (id uuid, "locationId" uuid, description text)`;
  const left = await rows<{ id: string }>(
    tx,
    sql`select id from handreiking.service_at_location where service_id = ${serviceId}::uuid
      and location_id not in (select "locationId" from ${given})`,
  );
  await removeParts(
    tx,
    "service_at_location",
    left.map(({ id }) => id),
  );
  const written = await rows(
    tx,
    sql`insert into handreiking.service_at_location as known (id, service_id, location_id, description)
      select given.id, ${serviceId}::uuid, "locationId", given.description from ${given}
      on conflict (service_id, location_id) do update set description = excluded.description
      where known.description is distinct from excluded.description returning id`,
  );
  return left.length + written.length > 0;
}
