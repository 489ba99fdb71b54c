import { sql } from "drizzle-orm";
import { check, index, integer, text, uuid } from "drizzle-orm/pg-core";
import { handreiking } from "../../platform/database/table.ts";
import { partTable } from "./entry.ts";
import { locations } from "./location.ts";
import { organizations } from "./organization.ts";
import { serviceAtLocations, services } from "./service.ts";

export const contacts = handreiking.table(
  "contact",
  {
    id: uuid("id").primaryKey(),
    organizationId: uuid("organization_id").references(() => organizations.id),
    serviceId: uuid("service_id").references(() => services.id),
    serviceAtLocationId: uuid("service_at_location_id").references(() => serviceAtLocations.id),
    locationId: uuid("location_id").references(() => locations.id),
    name: text("name"),
    title: text("title"),
    department: text("department"),
    email: text("email"),
  },
  (t) => [
    index("contact_of_organization").on(t.organizationId),
    index("contact_of_service").on(t.serviceId),
    index("contact_of_service_at_location").on(t.serviceAtLocationId),
    index("contact_of_location").on(t.locationId),
    ...partTable({
      organization: sql`organization_id`,
      service: sql`service_id`,
      place: sql`service_at_location_id`,
      location: sql`location_id`,
    }),
  ],
);

export const phones = handreiking.table(
  "phone",
  {
    id: uuid("id").primaryKey(),
    organizationId: uuid("organization_id").references(() => organizations.id),
    serviceId: uuid("service_id").references(() => services.id),
    locationId: uuid("location_id").references(() => locations.id),
    contactId: uuid("contact_id").references(() => contacts.id),
    serviceAtLocationId: uuid("service_at_location_id").references(() => serviceAtLocations.id),
    number: text("number").notNull(),
    extension: integer("extension"),
    /** The country inside which the number is dialled as written (not of HSDS). */
    country: text("country").notNull(),
    type: text("type"),
    description: text("description"),
  },
  (t) => [
    index("phone_of_organization").on(t.organizationId),
    index("phone_of_service").on(t.serviceId),
    index("phone_of_location").on(t.locationId),
    index("phone_of_contact").on(t.contactId),
    index("phone_of_service_at_location").on(t.serviceAtLocationId),
    check(
      "phone_of",
      sql`num_nonnulls(organization_id, service_id, location_id, contact_id, service_at_location_id) > 0`,
    ),
    ...partTable({
      organization: sql`organization_id`,
      service: sql`service_id`,
      location: sql`location_id`,
      contact: sql`contact_id`,
      place: sql`service_at_location_id`,
    }),
  ],
);

export const languages = handreiking.table(
  "language",
  {
    id: uuid("id").primaryKey(),
    serviceId: uuid("service_id").references(() => services.id),
    locationId: uuid("location_id").references(() => locations.id),
    phoneId: uuid("phone_id").references(() => phones.id),
    name: text("name"),
    /** ISO 639. */
    code: text("code"),
    note: text("note"),
  },
  (t) => [
    index("language_of_service").on(t.serviceId, t.code),
    index("language_of_location").on(t.locationId),
    index("language_of_phone").on(t.phoneId),
    ...partTable({ service: sql`service_id`, location: sql`location_id`, phone: sql`phone_id` }),
  ],
);
