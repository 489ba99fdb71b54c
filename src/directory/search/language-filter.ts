import { type SQL, sql } from "drizzle-orm";

/** Whether a row of `language` is of the service `serviceId`, of its numbers or of its places. */
export const languagesOf = (serviceId: SQL): SQL => sql`(
  language.service_id = ${serviceId}
  or language.phone_id in (select phone.id from handreiking.phone where phone.service_id = ${serviceId})
  or language.location_id in (
    select location_id from handreiking.service_at_location as place where place.service_id = ${serviceId}))`;

export const speaks = (language: string): SQL => sql`exists (
  select from handreiking.language where lower(language.code) = lower(${language}) and ${languagesOf(sql`service.id`)})`;
