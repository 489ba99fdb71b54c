import { type SQL, sql } from "drizzle-orm";
import type { Channel } from "../codes.ts";
import { type LocalMoment, momentsAt } from "./opening.ts";

/**
 * Whether a service is open at an instant, over `channel` or over any: by a schedule of its own or at one of its
 * places. Closed all day is a schedule of those days without times; a closing time at or before the opening time
 * is the next day's.
 */
export function openAtInstant(at: Date, channel: Channel | undefined): SQL {
  const moments = momentsAt(at).flatMap(({ today, yesterday }) => [
    { ...rowOf(today), before: false },
    { ...rowOf(yesterday), before: true },
  ]);
  return sql`exists (
    select from handreiking.schedule as hours
      join jsonb_to_recordset(${JSON.stringify(moments)}::text::jsonb)
        as moment (zone text, date date, time time, days text[], "monthDays" text[], before boolean)
        on moment.zone = hours.time_zone
    where ${ofService(sql`hours`)} and (hours.channel is null or ${channel ?? null}::text is null
        or hours.channel = ${channel ?? null}::text)
      and ${onThatDay} and ${atThatTime}
      and not exists (
        select from handreiking.schedule as closed
        where ${ofService(sql`closed`)} and closed.opens_at is null and closed.closes_at is null
          and closed.valid_from <= moment.date and closed.valid_to >= moment.date))`;
}

const rowOf = ({ zone, date, time, days, monthDays }: LocalMoment) => ({ zone, date, time, days, monthDays });

const ofService = (
  hours: SQL,
) => sql`(${hours}.service_id = service.id or ${hours}.service_at_location_id in (
  select id from handreiking.service_at_location where service_id = service.id))`;

const list = (column: string) => sql.raw(`string_to_array(replace(hours.${column}, ' ', ''), ',')`);

/** Weeks are counted from the Monday of the first one. */
const onThatDay = sql`coalesce(hours.valid_from <= moment.date, true) and coalesce(hours.valid_to >= moment.date, true)
  and coalesce(hours.dtstart <= moment.date, true) and coalesce(hours.until >= moment.date, true)
  and (hours.freq is not null or hours.byday is not null or hours.dtstart is null or hours.dtstart = moment.date)
  and (hours.byday is null or ${list("byday")} && moment.days)
  and (hours.bymonthday is null or ${list("bymonthday")} && moment."monthDays")
  and (hours.interval is null or hours.interval < 2 or hours.dtstart is null or hours.freq is distinct from 'WEEKLY'
    or (moment.date - date_trunc('week', hours.dtstart)::date) / 7 % hours.interval = 0)`;

const atThatTime = sql`case when hours.opens_at < hours.closes_at
  then not moment.before and moment.time >= hours.opens_at and moment.time < hours.closes_at
  else case when moment.before then moment.time < hours.closes_at else moment.time >= hours.opens_at end end`;
