import { sql } from "drizzle-orm";
import { index, text, unique, uuid } from "drizzle-orm/pg-core";
import { handreiking, publicTable } from "../../platform/database/table.ts";
import { partTable } from "./entry.ts";

export const taxonomies = handreiking.table(
  "taxonomy",
  {
    id: uuid("id").primaryKey(),
    name: text("name").notNull(),
    description: text("description").notNull(),
    uri: text("uri"),
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
    /** Unique inside its taxonomy; ours are unique over both of ours. */
    code: text("code").notNull(),
    name: text("name").notNull(),
    description: text("description").notNull(),
    /** The name in English; `name` is Dutch (not of HSDS). */
    nameEn: text("name_en"),
    language: text("language"),
    termUri: text("term_uri"),
  },
  (t) => [
    unique("taxonomy_term_code").on(t.taxonomyId, t.code),
    index("taxonomy_term_parent").on(t.parentId),
    ...publicTable(),
  ],
);

const linkedTo = (entity: string) => sql.raw(`case when link_entity = '${entity}' then link_id end`);

/** Terms, and whatever else, said of any record; `link_id` and `link_entity` name the record. */
export const attributes = handreiking.table(
  "attribute",
  {
    id: uuid("id").primaryKey(),
    linkId: uuid("link_id").notNull(),
    linkEntity: text("link_entity").notNull(),
    taxonomyTermId: uuid("taxonomy_term_id").references(() => taxonomyTerms.id),
    linkType: text("link_type"),
    value: text("value"),
    label: text("label"),
  },
  (t) => [
    unique("attribute_link").on(t.linkId, t.taxonomyTermId, t.linkType, t.value).nullsNotDistinct(),
    index("attribute_term").on(t.taxonomyTermId, t.linkId),
    ...partTable({
      organization: linkedTo("organization"),
      service: linkedTo("service"),
      location: linkedTo("location"),
      place: linkedTo("service_at_location"),
      contact: linkedTo("contact"),
      phone: linkedTo("phone"),
    }),
  ],
);

/** What was changed of a record, when, and by whom. */
export const metadata = handreiking.table(
  "metadata",
  {
    id: uuid("id").primaryKey(),
    resourceId: uuid("resource_id").notNull(),
    resourceType: text("resource_type").notNull(),
    lastActionDate: text("last_action_date").notNull(),
    lastActionType: text("last_action_type").notNull(),
    fieldName: text("field_name").notNull(),
    previousValue: text("previous_value").notNull(),
    replacementValue: text("replacement_value").notNull(),
    updatedBy: text("updated_by").notNull(),
  },
  (t) => [index("metadata_of").on(t.resourceId), ...publicTable()],
);
