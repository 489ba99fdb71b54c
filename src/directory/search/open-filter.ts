import { type SQL, sql } from "drizzle-orm";
import type { Channel } from "../codes.ts";
import { momentsAt } from "./opening.ts";
import { namesDay } from "./recurrence.ts";

/**
 * Whether a service is open at an instant, over `channel` or over any. Its own hours count, those at its places, and
 * a place's own where neither states any. A closing time at or before the opening time is the next day's; an hour
 * that the clocks repeat counts both times. Nobody knows hours with one of the two times.
 */
export function openAtInstant(at: Date, channel: Channel | undefined): SQL {
  const asked = sql`${channel ?? null}::text`;
  const moments = sql`jsonb_to_recordset(${JSON.stringify(momentsAt(at))}::text::jsonb)
    as moment (zone text, date date, time time)`;
  // One pass by the time of day alone: at night few are left whose rules have to be read. CASE keeps the two in order.
  return sql`case when service.id in (${perhapsOpen(moments)}) then exists (
    select from (${stated}) as hours join ${moments} on moment.zone = hours.time_zone
      cross join lateral (values (moment.date, false), (moment.date - 1, true)) as began (day, before)
    where (hours.channel is null or ${asked} is null or hours.channel = ${asked})
      and ${atThatTime} and ${namesDay("hours", "began.day")}
      and (select closed.id from handreiking.schedule as closed
        where (closed.service_id = service.id or closed.service_at_location_id = hours.place_id
            or closed.location_id = hours.spot_id)
          and (closed.channel is null or closed.channel = coalesce(${asked}, hours.channel))
          and ${closes} and ${namesDay("closed", "began.day")} limit 1) is null) else false end`;
}

const perhapsOpen = (moments: SQL) => sql`
  with timely as materialized (
    select hours.service_id, hours.service_at_location_id, hours.location_id
    from handreiking.schedule as hours join ${moments} on moment.zone = hours.time_zone
      cross join (values (false), (true)) as began (before)
    where ${atThatTime})
  select service_id from timely where service_id is not null
  union all
  select place.service_id from timely
    join handreiking.service_at_location as place on place.id = timely.service_at_location_id
  union all
  select place.service_id from timely
    join handreiking.service_at_location as place on place.location_id = timely.location_id`;

/** Places that share a location do not share the hours that one of their services has there. */
const stated = sql`
  select own.*, null::uuid as place_id, null::uuid as spot_id
  from handreiking.schedule as own where own.service_id = service.id
  union all
  select there.*, place.id, place.location_id
  from handreiking.service_at_location as place
    join handreiking.schedule as there on there.service_at_location_id = place.id
  where place.service_id = service.id
  union all
  select spot.*, place.id, place.location_id
  from handreiking.service_at_location as place
    join handreiking.schedule as spot on spot.location_id = place.location_id
  where place.service_id = service.id and num_nonnulls(spot.service_id, spot.service_at_location_id) = 0
    and not exists (select from handreiking.schedule as nearer
      where (nearer.service_id = service.id or nearer.service_at_location_id = place.id)
        and nearer.opens_at is not null)`;

const atThatTime = sql`case when hours.opens_at < hours.closes_at
  then not before and moment.time >= hours.opens_at and moment.time < hours.closes_at
  when before then moment.time < hours.closes_at and hours.opens_at is not null
  else moment.time >= hours.opens_at and hours.closes_at is not null end`;

/** A schedule of dates without times: a holiday. Weekdays without times are hours that nobody has stated. */
const closes = sql`closed.opens_at is null and closed.closes_at is null
  and (num_nonnulls(closed.valid_from, closed.valid_to) = 2
    or num_nonnulls(closed.dtstart, closed.bymonthday, closed.byyearday) > 0)`;
