import { type SQL, sql } from "drizzle-orm";
import type { PostcodeArea } from "../postcodes.ts";
import { saidIds } from "../search/score.ts";
import type { Understood } from "../search/understand.ts";
import type { Query } from "./parameters.ts";

/** What a request comes down to: its parameters, the words understood in `search`, and where its postcode lies. */
export interface Asked {
  query: Query;
  understood?: Understood | undefined;
  area?: PostcodeArea | undefined;
}

type Condition = SQL | undefined;

export const modifiedAfter = ({ modified_after }: Query, column: SQL): Condition =>
  modified_after === undefined ? undefined : sql`${column} >= ${modified_after}::timestamptz`;

/** What the parameters ask of the terms that the record of `linkId` bears. */
export const termConditions = ({ taxonomy_term_id, taxonomy_id }: Query): ((linkId: SQL) => SQL)[] => [
  ...(taxonomy_term_id
    ? [
        (linkId: SQL) => sql`exists (select from handreiking.attribute as borne
          where borne.link_id = ${linkId} and borne.taxonomy_term_id = ${taxonomy_term_id}::uuid)`,
      ]
    : []),
  ...(taxonomy_id
    ? [
        (linkId: SQL) => sql`exists (select from handreiking.attribute as borne
            join handreiking.taxonomy_term as known on known.id = borne.taxonomy_term_id
          where borne.link_id = ${linkId} and known.taxonomy_id = ${taxonomy_id}::uuid)`,
      ]
    : []),
];

/** Services that match any of the words, as searches at /v1 do. */
export const saidOf = ({ understood }: Asked, serviceId: SQL): Condition =>
  understood && sql`${serviceId} in (${saidIds(understood)})`;

/** Records whose own Dutch text holds all the words; what has no search document beside it. */
export const textHolds = ({ query: { search } }: Asked, text: SQL, textEn?: SQL): Condition => {
  if (search === undefined || search === "") return undefined;
  const dutch = sql`to_tsvector('handreiking.dutch', ${text}) @@ websearch_to_tsquery('handreiking.dutch', ${search})`;
  if (!textEn) return dutch;
  return sql`(${dutch} or to_tsvector('english', ${textEn}) @@ websearch_to_tsquery('english', ${search}))`;
};

/** Places within `proximity` meters of the postcode; a confidential one is nowhere. */
export function near({ query: { proximity }, area }: Asked, locationId: SQL): Condition {
  if (proximity === undefined || !area) return undefined;
  const { latitude, longitude } = area;
  // Haversine, over the mean radius of the earth in meters.
  return sql`exists (select from handreiking.location as spot
    where spot.id = ${locationId} and not spot.confidential and spot.latitude is not null and
      2 * 6371008.8 * asin(least(1, sqrt(
        power(sin(radians(spot.latitude - ${latitude}::float8) / 2), 2)
        + cos(radians(${latitude}::float8)) * cos(radians(spot.latitude))
          * power(sin(radians(spot.longitude - ${longitude}::float8) / 2), 2)))) <= ${proximity}::float8)`;
}

/** Places whose service's area, or their own, the postcode lies in, or that name none. */
export function covers({ query: { proximity }, area }: Asked, place: SQL): Condition {
  if (proximity !== undefined || !area) return undefined;
  const names = [area.place, area.municipality, area.province, "Nederland", "NL"];
  const areas = sql`select from handreiking.service_area as reach
    where (reach.service_id = ${place}.service_id or reach.service_at_location_id = ${place}.id)`;
  return sql`(not exists (${areas}) or exists (${areas}
    and (lower(reach.name) in ${lowered(names)} or lower(reach.extent) in ${lowered(names)})))`;
}

const lowered = (names: readonly string[]) =>
  sql`(select lower(value) from jsonb_array_elements_text(${JSON.stringify(names)}::text::jsonb) as name (value))`;
