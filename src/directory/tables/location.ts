import { sql } from "drizzle-orm";
import { boolean, check, doublePrecision, index, text, uuid } from "drizzle-orm/pg-core";
import { handreiking, time } from "../../platform/database/table.ts";
import { locationTypes } from "../codes.ts";
import { entryTable, partTable } from "./entry.ts";
import { organizations } from "./organization.ts";

export const locations = handreiking.table(
  "location",
  {
    id: uuid("id").primaryKey(),
    organizationId: uuid("organization_id").references(() => organizations.id),
    locationType: text("location_type", { enum: locationTypes }).notNull(),
    url: text("url"),
    name: text("name"),
    alternateName: text("alternate_name"),
    description: text("description"),
    transportation: text("transportation"),
    latitude: doublePrecision("latitude"),
    longitude: doublePrecision("longitude"),
    externalIdentifier: text("external_identifier"),
    externalIdentifierType: text("external_identifier_type"),
    /** Whether its address and place are shown to its own organization only (not of HSDS). */
    confidential: boolean("confidential").notNull().default(false),
    /** When it was deleted: from then on row-level security hides it (not of HSDS). */
    deletedAt: time("deleted_at"),
  },
  (t) => [
    index("location_of_organization").on(t.organizationId),
    check("location_type", sql`location_type in ('physical', 'postal', 'virtual')`),
    ...entryTable({ organization: sql`organization_id` }),
  ],
);

export const addresses = handreiking.table(
  "address",
  {
    id: uuid("id").primaryKey(),
    locationId: uuid("location_id")
      .notNull()
      .references(() => locations.id),
    attention: text("attention"),
    address1: text("address_1").notNull(),
    address2: text("address_2"),
    city: text("city").notNull(),
    region: text("region"),
    /** The province, in the Netherlands. */
    stateProvince: text("state_province").notNull(),
    postalCode: text("postal_code").notNull(),
    country: text("country").notNull(),
    addressType: text("address_type", { enum: locationTypes }).notNull(),
  },
  (t) => [index("address_of_location").on(t.locationId), ...partTable({ location: sql`location_id` })],
);

export const accessibilities = handreiking.table(
  "accessibility",
  {
    id: uuid("id").primaryKey(),
    locationId: uuid("location_id")
      .notNull()
      .references(() => locations.id),
    description: text("description"),
    details: text("details"),
    url: text("url"),
  },
  (t) => [index("accessibility_of_location").on(t.locationId), ...partTable({ location: sql`location_id` })],
);
