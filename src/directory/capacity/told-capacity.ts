import { sql } from "drizzle-orm";
import { utc } from "../organization-store.ts";

export interface CapacityRow {
  availablePlaces: number | null;
  waitingDays: number | null;
  /** RFC 3339, UTC. */
  asOf: string;
}

/** What was last told of a service's room: here, or in an import, whichever is newer. */
export const toldCapacity = sql`(
  select json_build_object('availablePlaces', places, 'waitingDays', days, 'asOf', ${utc("as_of")})
  from (
    select available_places as places, waiting_days as days, as_of from handreiking.service_intake
    where service_id = service.id
    union all
    select floor(available)::int, null, updated from handreiking.service_capacity
    where service_id = service.id and available between 0 and 100000) as told
  order by as_of desc, days nulls last limit 1)`;
