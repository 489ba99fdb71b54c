import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  doublePrecision,
  index,
  integer,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { handreiking, publicTable, time } from "../../platform/database/table.ts";
import { audiences, channels, costs, domains, statuses } from "../codes.ts";
import { entryTable, partTable } from "./entry.ts";
import { locations } from "./location.ts";
import { organizations, programs } from "./organization.ts";

export const services = handreiking.table(
  "service",
  {
    id: uuid("id").primaryKey(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    name: text("name").notNull(),
    alternateName: text("alternate_name"),
    description: text("description"),
    programId: uuid("program_id").references(() => programs.id),
    url: text("url"),
    email: text("email"),
    status: text("status", { enum: statuses }).notNull(),
    /** Why it is not active, in words. */
    statusNote: text("status_note"),
    minimumAge: integer("minimum_age"),
    maximumAge: integer("maximum_age"),
    eligibilityDescription: text("eligibility_description"),
    interpretationServices: text("interpretation_services"),
    applicationProcess: text("application_process"),
    feesDescription: text("fees_description"),
    waitTime: text("wait_time"),
    accreditations: text("accreditations"),
    licenses: text("licenses"),
    alert: text("alert"),
    lastModified: time("last_modified").notNull(),
    /** The day on which somebody last confirmed the entry with the organization; null while nobody has. */
    assuredDate: date("assured_date"),
    assurerEmail: text("assurer_email"),
    // What follows is not of HSDS.
    domain: text("domain", { enum: domains }).notNull(),
    audiences: text("audiences", { enum: audiences }).array().notNull(),
    channels: text("channels", { enum: channels }).array().notNull(),
    cost: text("cost", { enum: costs }),
    /** When it was deleted: from then on row-level security hides it (not of HSDS). */
    deletedAt: time("deleted_at"),
  },
  (t) => [
    index("service_name").on(t.name, t.id),
    index("service_of_organization").on(t.organizationId),
    check("service_status", sql`status in ('active', 'inactive', 'defunct', 'temporarily closed')`),
    check("service_deleted", sql`deleted_at is null or status = 'defunct'`),
    check("service_domain", sql`domain in ('care', 'investigation', 'legal')`),
    ...entryTable({ organization: sql`organization_id` }),
  ],
);

export const serviceAtLocations = handreiking.table(
  "service_at_location",
  {
    id: uuid("id").primaryKey(),
    serviceId: uuid("service_id")
      .notNull()
      .references(() => services.id),
    locationId: uuid("location_id")
      .notNull()
      .references(() => locations.id),
    description: text("description"),
  },
  (t) => [
    unique("service_at_location_pair").on(t.serviceId, t.locationId),
    ...partTable({ service: sql`service_id` }),
  ],
);

export const serviceAreas = handreiking.table(
  "service_area",
  {
    id: uuid("id").primaryKey(),
    serviceId: uuid("service_id").references(() => services.id),
    serviceAtLocationId: uuid("service_at_location_id").references(() => serviceAtLocations.id),
    name: text("name").notNull(),
    description: text("description"),
    uri: text("uri"),
    extent: text("extent"),
    extentType: text("extent_type"),
    /** Whether it is a whole country: such services come after local ones (not of HSDS). */
    national: boolean("national").notNull(),
  },
  (t) => [
    index("service_area_of_service").on(t.serviceId),
    index("service_area_of_place").on(t.serviceAtLocationId),
    ...partTable({ service: sql`service_id`, place: sql`service_at_location_id` }),
  ],
);

export const costOptions = handreiking.table(
  "cost_option",
  {
    id: uuid("id").primaryKey(),
    serviceId: uuid("service_id")
      .notNull()
      .references(() => services.id),
    validFrom: date("valid_from"),
    validTo: date("valid_to"),
    option: text("option"),
    /** ISO 4217. */
    currency: text("currency"),
    amount: doublePrecision("amount"),
    amountDescription: text("amount_description"),
  },
  (t) => [index("cost_option_of_service").on(t.serviceId), ...partTable({ service: sql`service_id` })],
);

export const requiredDocuments = handreiking.table(
  "required_document",
  {
    id: uuid("id").primaryKey(),
    serviceId: uuid("service_id")
      .notNull()
      .references(() => services.id),
    document: text("document"),
    uri: text("uri"),
  },
  (t) => [index("required_document_of_service").on(t.serviceId), ...partTable({ service: sql`service_id` })],
);

export const fundings = handreiking.table(
  "funding",
  {
    id: uuid("id").primaryKey(),
    organizationId: uuid("organization_id").references(() => organizations.id),
    serviceId: uuid("service_id").references(() => services.id),
    source: text("source"),
  },
  (t) => [
    index("funding_of_organization").on(t.organizationId),
    index("funding_of_service").on(t.serviceId),
    ...partTable({ organization: sql`organization_id`, service: sql`service_id` }),
  ],
);

export const units = handreiking.table(
  "unit",
  {
    id: uuid("id").primaryKey(),
    name: text("name").notNull(),
    scheme: text("scheme"),
    identifier: text("identifier"),
    uri: text("uri"),
  },
  () => publicTable(),
);

export const serviceCapacities = handreiking.table(
  "service_capacity",
  {
    id: uuid("id").primaryKey(),
    serviceId: uuid("service_id")
      .notNull()
      .references(() => services.id),
    unitId: uuid("unit_id")
      .notNull()
      .references(() => units.id),
    available: doublePrecision("available").notNull(),
    maximum: doublePrecision("maximum"),
    description: text("description"),
    updated: time("updated").notNull(),
  },
  (t) => [index("service_capacity_of_service").on(t.serviceId), ...partTable({ service: sql`service_id` })],
);

export const urls = handreiking.table(
  "url",
  {
    id: uuid("id").primaryKey(),
    label: text("label"),
    url: text("url").notNull(),
    organizationId: uuid("organization_id").references(() => organizations.id),
    serviceId: uuid("service_id").references(() => services.id),
  },
  (t) => [
    index("url_of_organization").on(t.organizationId),
    index("url_of_service").on(t.serviceId),
    ...partTable({ organization: sql`organization_id`, service: sql`service_id` }),
  ],
);
