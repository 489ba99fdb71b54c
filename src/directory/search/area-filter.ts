import { type SQL, sql } from "drizzle-orm";
import { municipalitiesOf, provinceOf } from "../postcodes.ts";

/** A municipality, or a province, by name. */
export interface Area {
  province?: string | undefined;
  municipality?: string | undefined;
}

/** Around a point, in degrees of WGS 84. */
export interface Near {
  latitude: number;
  longitude: number;
  radiusKilometers: number;
}

/** A service of the area itself or of the whole country. */
export const inArea = (area: Area): SQL => sql`(${isLocal(area)} or exists (
  select from handreiking.service_area as served
  where served.service_id = service.id and served.national and coalesce(served.extent, 'NL') = 'NL'))`;

export const remoteFrom = (area: Area): SQL => sql`(not ${isLocal(area)})::int`;

/** It serves the area, the province around it or a municipality in it, or stands there openly. */
function isLocal({ province, municipality }: Area): SQL {
  const around = province ?? (municipality === undefined ? undefined : provinceOf(municipality));
  const within = municipality === undefined && province !== undefined ? municipalitiesOf(province) : [];
  const municipalities = [...(municipality === undefined ? [] : [municipality]), ...within].map(folded);
  const provinces = around === undefined ? [] : [folded(around)];
  const served = [
    ...municipalities.flatMap((name) => [name, `gemeente ${name}`]),
    ...provinces.flatMap((name) => [name, `provincie ${name}`]),
  ];
  return sql`(exists (
    select from handreiking.service_area as served
    where served.service_id = service.id and not served.national and lower(served.name) in ${values(served)})
  or exists (
    select from handreiking.service_at_location as place
      join handreiking.location on location.id = place.location_id and not location.confidential
      join handreiking.address on address.location_id = location.id
    where place.service_id = service.id and (lower(city) in ${values(municipalities)}
      or (${municipality === undefined}::boolean and lower(state_province) in ${values(provinces)}))))`;
}

const folded = (name: string) => name.toLowerCase();

const values = (names: readonly string[]) =>
  sql`(select jsonb_array_elements_text(${JSON.stringify(names)}::text::jsonb))`;

/** Kilometers from the point to the nearest place of the service that is no secret; null where it has none. */
export const distanceTo = ({ latitude, longitude }: Near): SQL => sql`(
  select min(2 * 6371 * asin(sqrt(
      sin(radians(location.latitude - ${latitude}::float8) / 2) ^ 2
      + cos(radians(${latitude}::float8)) * cos(radians(location.latitude))
        * sin(radians(location.longitude - ${longitude}::float8) / 2) ^ 2)))
  from handreiking.service_at_location as place
    join handreiking.location on location.id = place.location_id
  where place.service_id = service.id and not location.confidential)`;
