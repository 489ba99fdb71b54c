import { sql } from "drizzle-orm";
import { check, date, index, integer, text, time as timeOfDay, uuid } from "drizzle-orm/pg-core";
import { handreiking } from "../../platform/database/table.ts";
import { channels, frequencies, weekdays } from "../codes.ts";
import { partTable } from "./entry.ts";
import { locations } from "./location.ts";
import { serviceAtLocations, services } from "./service.ts";

/**
 * When a service, a place, or one at the other is open: local times in an IANA zone. HSDS's own `timezone`, a
 * number, cannot tell of daylight saving; it is computed for the day that is asked for.
 */
export const schedules = handreiking.table(
  "schedule",
  {
    id: uuid("id").primaryKey(),
    serviceId: uuid("service_id").references(() => services.id),
    locationId: uuid("location_id").references(() => locations.id),
    serviceAtLocationId: uuid("service_at_location_id").references(() => serviceAtLocations.id),
    validFrom: date("valid_from"),
    validTo: date("valid_to"),
    dtstart: date("dtstart"),
    until: date("until"),
    count: integer("count"),
    wkst: text("wkst", { enum: weekdays }),
    freq: text("freq", { enum: frequencies }),
    interval: integer("interval"),
    byday: text("byday"),
    byweekno: text("byweekno"),
    bymonthday: text("bymonthday"),
    byyearday: text("byyearday"),
    description: text("description"),
    /** Local; a closing time that is not after the opening time is the next day's. */
    opensAt: timeOfDay("opens_at"),
    closesAt: timeOfDay("closes_at"),
    scheduleLink: text("schedule_link"),
    attendingType: text("attending_type"),
    notes: text("notes"),
    /** IANA (not of HSDS). */
    timeZone: text("time_zone").notNull().default("Europe/Amsterdam"),
    /** The channel that it is about; null for all (not of HSDS). */
    channel: text("channel", { enum: channels }),
  },
  (t) => [
    index("schedule_of_service").on(t.serviceId),
    index("schedule_of_location").on(t.locationId),
    index("schedule_of_service_at_location").on(t.serviceAtLocationId),
    check("schedule_freq", sql`freq in ('WEEKLY', 'MONTHLY')`),
    check("schedule_wkst", sql`wkst in ('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')`),
    ...partTable({
      service: sql`service_id`,
      location: sql`location_id`,
      place: sql`service_at_location_id`,
    }),
  ],
);
