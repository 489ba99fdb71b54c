import { sql } from "drizzle-orm";
import { boolean, index, integer, text, uuid } from "drizzle-orm/pg-core";
import { participants } from "../../identity/schema.ts";
import { handreiking, publicTable, time } from "../../platform/database/table.ts";
import { entryTable, partTable } from "./entry.ts";

export const organizations = handreiking.table(
  "organization",
  {
    id: uuid("id").primaryKey(),
    name: text("name").notNull(),
    alternateName: text("alternate_name"),
    description: text("description").notNull(),
    email: text("email"),
    website: text("website"),
    taxStatus: text("tax_status"),
    taxId: text("tax_id"),
    yearIncorporated: integer("year_incorporated"),
    legalStatus: text("legal_status"),
    logo: text("logo"),
    uri: text("uri"),
    parentOrganizationId: uuid("parent_organization_id"),
    /** The country that its numbers are dialled in (not of HSDS). */
    country: text("country").notNull(),
    /** Whether the HSDS interface shows it to everybody (not of HSDS). */
    isPublic: boolean("is_public").notNull().default(true),
    lastModified: time("last_modified").notNull(),
    /** When it was deleted: from then on row-level security hides it (not of HSDS). */
    deletedAt: time("deleted_at"),
  },
  (t) => [index("organization_name").on(t.name, t.id), ...entryTable({ organization: sql`id` })],
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

export const organizationIdentifiers = handreiking.table(
  "organization_identifier",
  {
    id: uuid("id").primaryKey(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    identifierScheme: text("identifier_scheme"),
    identifierType: text("identifier_type").notNull(),
    identifier: text("identifier").notNull(),
  },
  (t) => [
    index("organization_identifier_of").on(t.organizationId),
    index("organization_identifier_value").on(t.identifierType, t.identifier),
    ...partTable({ organization: sql`organization_id` }),
  ],
);

export const programs = handreiking.table(
  "program",
  {
    id: uuid("id").primaryKey(),
    organizationId: uuid("organization_id")
      .notNull()
      .references(() => organizations.id),
    name: text("name").notNull(),
    alternateName: text("alternate_name"),
    description: text("description").notNull(),
  },
  (t) => [
    index("program_of_organization").on(t.organizationId),
    ...partTable({ organization: sql`organization_id` }),
  ],
);
