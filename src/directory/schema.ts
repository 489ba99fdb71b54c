import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  customType,
  date,
  doublePrecision,
  index,
  integer,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { participants } from "../identity/schema.ts";
import { handreiking, publicTable, time } from "../platform/table.ts";

/*
 * Table and column names are those of HSDS 3.1; what a handoff needs besides is marked so.
 */

/** Where help comes from (not of HSDS). */
export const domains = ["care", "investigation", "legal"] as const;
export type Domain = (typeof domains)[number];

export const statuses = ["active", "inactive", "defunct", "temporarily closed"] as const;

/** Whom a service is for, as the caller's relation to what happened (not of HSDS). */
export const audiences = ["harmed", "relative", "professional"] as const;

/** How a service is reached (not of HSDS). */
export const channels = ["phone", "chat", "visit", "email", "web", "whatsapp"] as const;

export const costs = ["free", "means-tested", "paid"] as const;

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

export const organizations = handreiking.table(
  "organization",
  {
    id: uuid("id").primaryKey(),
    name: text("name").notNull(),
    alternateName: text("alternate_name"),
    description: text("description").notNull(),
    email: text("email"),
    website: text("website"),
    country: text("country").notNull(),
    lastModified: time("last_modified").notNull(),
  },
  (t) => [index("organization_name").on(t.name, t.id), ...publicTable()],
);

/** Which participant answers for a directory organization. Imports and edits of the directory leave it alone. */
export const organizationParticipants = handreiking.table(
  "organization_participant",
  {
    organizationId: uuid("organization_id")
      .primaryKey()
      .references(() => organizations.id),
    participantId: uuid("participant_id")
      .notNull()
      .references(() => participants.id),
  },
  (t) => [index("organization_participant_of").on(t.participantId), ...publicTable()],
);

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
    url: text("url"),
    email: text("email"),
    status: text("status", { enum: statuses }).notNull(),
    /** Why it is not active, in words. */
    statusNote: text("status_note"),
    minimumAge: integer("minimum_age"),
    maximumAge: integer("maximum_age"),
    feesDescription: text("fees_description"),
    lastModified: time("last_modified").notNull(),
    /** The day on which somebody last confirmed the entry with the organization; null while nobody has. */
    assuredDate: date("assured_date"),
    assurerEmail: text("assurer_email"),
    domain: text("domain", { enum: domains }).notNull(),
    audiences: text("audiences", { enum: audiences }).array().notNull(),
    channels: text("channels", { enum: channels }).array().notNull(),
    cost: text("cost", { enum: costs }),
  },
  (t) => [
    index("service_name").on(t.name, t.id),
    index("service_of_organization").on(t.organizationId),
    check("service_status", sql`status in ('active', 'inactive', 'defunct', 'temporarily closed')`),
    check("service_domain", sql`domain in ('care', 'investigation', 'legal')`),
    ...publicTable(),
  ],
);

export const locations = handreiking.table(
  "location",
  {
    id: uuid("id").primaryKey(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    locationType: text("location_type", { enum: ["physical", "postal", "virtual"] }).notNull(),
    url: text("url"),
    name: text("name"),
    latitude: doublePrecision("latitude"),
    longitude: doublePrecision("longitude"),
  },
  (t) => [
    index("location_of_organization").on(t.organizationId),
    check("location_type", sql`location_type in ('physical', 'postal', 'virtual')`),
    ...publicTable(),
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
  },
  (t) => [unique("service_at_location_pair").on(t.serviceId, t.locationId), ...publicTable()],
);

export const phones = handreiking.table(
  "phone",
  {
    id: uuid("id").primaryKey(),
    organizationId: uuid("organization_id").references(() => organizations.id),
    serviceId: uuid("service_id").references(() => services.id),
    locationId: uuid("location_id").references(() => locations.id),
    number: text("number").notNull(),
    /** The country inside which the number is dialled as written (not of HSDS). */
    country: text("country").notNull(),
    type: text("type"),
    description: text("description"),
  },
  (t) => [
    index("phone_of_organization").on(t.organizationId),
    index("phone_of_service").on(t.serviceId),
    check("phone_of", sql`num_nonnulls(organization_id, service_id, location_id) = 1`),
    ...publicTable(),
  ],
);

export const serviceAreas = handreiking.table(
  "service_area",
  {
    id: uuid("id").primaryKey(),
    serviceId: uuid("service_id")
      .notNull()
      .references(() => services.id),
    name: text("name").notNull(),
    extent: text("extent"),
    extentType: text("extent_type"),
    /** Whether it is a whole country: such services come after local ones (not of HSDS). */
    national: boolean("national").notNull(),
  },
  (t) => [index("service_area_of_service").on(t.serviceId), ...publicTable()],
);

export const taxonomies = handreiking.table(
  "taxonomy",
  {
    id: uuid("id").primaryKey(),
    name: text("name").notNull(),
    description: text("description").notNull(),
    version: text("version"),
  },
  (t) => [unique("taxonomy_name").on(t.name), ...publicTable()],
);

export const taxonomyTerms = handreiking.table(
  "taxonomy_term",
  {
    id: uuid("id").primaryKey(),
    taxonomyId: uuid("taxonomy_id")
      .notNull()
      .references(() => taxonomies.id),
    parentId: uuid("parent_id"),
    code: text("code").notNull(),
    name: text("name").notNull(),
    description: text("description").notNull(),
    /** The name in English; `name` is Dutch (not of HSDS). */
    nameEn: text("name_en").notNull(),
  },
  (t) => [
    unique("taxonomy_term_code").on(t.code),
    index("taxonomy_term_parent").on(t.parentId),
    ...publicTable(),
  ],
);

/** Which terms a service bears. */
export const serviceTerms = handreiking.table(
  "attribute",
  {
    id: uuid("id").primaryKey(),
    linkId: uuid("link_id")
      .notNull()
      .references(() => services.id),
    linkEntity: text("link_entity", { enum: ["service"] }).notNull(),
    taxonomyTermId: uuid("taxonomy_term_id")
      .notNull()
      .references(() => taxonomyTerms.id),
  },
  (t) => [
    unique("attribute_link").on(t.linkId, t.taxonomyTermId),
    index("attribute_term").on(t.taxonomyTermId),
    ...publicTable(),
  ],
);

/** What search reads of a service: kept beside it, rebuilt with it. */
export const serviceSearch = handreiking.table(
  "service_search",
  {
    serviceId: uuid("service_id")
      .primaryKey()
      .references(() => services.id),
    document: tsvector("document").notNull(),
  },
  (t) => [index("service_search_document").using("gin", t.document), ...publicTable()],
);

/** The words that the directory knows, against which typed words are corrected. */
export const searchWords = handreiking.table(
  "search_word",
  {
    word: text("word").notNull(),
    lexeme: text("lexeme").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.word] }),
    index("search_word_lexeme").on(t.lexeme),
    index("search_word_trigram").using("gin", sql`${t.word} gin_trgm_ops`),
    ...publicTable(),
  ],
);
