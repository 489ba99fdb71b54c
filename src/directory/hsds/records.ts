import { frequencies, locationTypes, weekdays } from "../codes.ts";
import { attributeSql, ownSql } from "../export/record-sql.ts";
import type { EntityName } from "../import/entities/index.ts";
import { receivesHandoffsLabel } from "../import/own-values.ts";
import { type Field, fields, type Link, many, one, type Shape, time } from "./shape.ts";

export const metadata: Shape = {
  name: "metadata",
  schema: "metadata",
  fields: fields(
    "id resource_id resource_type last_action_date last_action_type field_name previous_value replacement_value updated_by",
  ),
  required: [
    "id",
    "last_action_date",
    "last_action_type",
    "field_name",
    "previous_value",
    "replacement_value",
    "updated_by",
  ],
  links: {},
};

export const taxonomy: Shape = {
  name: "taxonomy",
  schema: "taxonomy",
  fields: fields("id name description uri:uri version"),
  required: ["id", "name", "description"],
  links: { metadata: many(metadata, "resource_id") },
};

/** Without the details of its taxonomy: as attributes carry it. */
const term: Shape = {
  name: "taxonomy_term",
  schema: "taxonomy_term",
  fields: fields("id code name description parent_id taxonomy_id language uri:term_uri", {
    taxonomy: {
      kind: "text",
      read: (alias) => `(select name from handreiking.taxonomy where id = ${alias}.taxonomy_id)`,
    },
  }),
  required: ["id", "name", "description"],
  links: {},
};

export const taxonomyTerm: Shape = {
  ...term,
  links: { taxonomy_detail: one(taxonomy, "taxonomy_id"), metadata: many(metadata, "resource_id") },
};

const attribute: Shape = {
  name: "attribute",
  schema: "attribute",
  fields: fields("id link_id taxonomy_term_id link_type link_entity value label"),
  required: ["id"],
  links: {
    taxonomy_term: one({ ...term, schema: "taxonomy_term_in_attribute" }, "taxonomy_term_id"),
    metadata: many(metadata, "resource_id"),
  },
};

/** Ours, and no outsider's to know: of what is not public nothing is served at all. */
const unsaid = ["handreiking:confidential", "handreiking:public"];

/** What may be said of a record: our own columns are attributes, as in an export. */
export const said = (entity: EntityName) => ({
  attributes: {
    ...many(attribute, "link_id"),
    besides: (parent: string) => saidSql(entity, parent),
  },
  metadata: many(metadata, "resource_id"),
});

const saidSql = (entity: EntityName, parent: string) =>
  entity === "service"
    ? `(coalesce(${ownSql(entity, parent, unsaid)}, '[]') || ${receivesHandoffs(parent)})`
    : ownSql(entity, parent, unsaid);

const receivesHandoffs = (parent: string) =>
  attributeSql(
    "service",
    parent,
    receivesHandoffsLabel,
    `(${parent}.status = 'active' and exists (select from handreiking.organization_participant as link
      join handreiking.participant on participant.id = link.participant_id
      join handreiking.partnership on partnership.participant_id = participant.id
      where link.organization_id = ${parent}.organization_id and participant.suspended_at is null
        and partnership.receives))::text`,
  );

const record = (
  name: EntityName,
  its: Record<string, Field>,
  required: readonly string[] = [],
  links: Record<string, Link> = {},
): Shape => ({
  name,
  schema: name,
  fields: its,
  required: ["id", ...required],
  links: { ...links, ...said(name) },
});

export const language = record("language", fields("id service_id location_id phone_id name code note"));

export const phone = record(
  "phone",
  fields(
    "id location_id service_id organization_id contact_id service_at_location_id number number:extension type description",
  ),
  ["number"],
  { languages: many(language, "phone_id") },
);

export const contact = record(
  "contact",
  fields(
    "id organization_id service_id service_at_location_id location_id name title department email:email",
  ),
  [],
  { phones: many(phone, "contact_id") },
);

const localTime = (column: string): Field => ({
  kind: "local-time",
  read: (alias) => `to_char(${alias}.${column}, 'HH24:MI')`,
});

export const schedule = record(
  "schedule",
  fields(
    `id service_id location_id service_at_location_id date:valid_from date:valid_to date:dtstart date:until
     number:count number:interval byday byweekno bymonthday byyearday description uri:schedule_link attending_type notes`,
    {
      wkst: { kind: "text", oneOf: weekdays },
      freq: { kind: "text", oneOf: frequencies },
      opens_at: localTime("opens_at"),
      closes_at: localTime("closes_at"),
      timezone: { kind: "utc-offset", read: (alias) => `${alias}.time_zone` },
    },
  ),
);

export const serviceArea = record(
  "service_area",
  fields("id service_id service_at_location_id name description extent extent_type uri"),
);

export const url = record("url", fields("id label uri:url organization_id service_id"), ["url"]);

export const funding = record("funding", fields("id organization_id service_id source"));

export const costOption = record(
  "cost_option",
  fields("id service_id date:valid_from date:valid_to option currency number:amount amount_description"),
);

export const requiredDocument = record("required_document", fields("id service_id document uri:uri"));

export const unit = record("unit", fields("id name scheme identifier uri:uri"), ["name"]);

export const capacity = record(
  "service_capacity",
  fields("id service_id unit_id number:available number:maximum description", { updated: time("updated") }),
  ["unit", "available", "updated"],
  { unit: one(unit, "unit_id") },
);

export const program = record("program", fields("id organization_id name alternate_name description"), [
  "name",
  "description",
]);

export const identifier = record(
  "organization_identifier",
  fields("id organization_id identifier_scheme identifier_type identifier"),
  ["identifier_type", "identifier"],
);

export const address = record(
  "address",
  fields("id location_id attention address_1 address_2 city region state_province postal_code country", {
    address_type: { kind: "text", oneOf: locationTypes },
  }),
  ["address_1", "city", "state_province", "postal_code", "country", "address_type"],
);

export const accessibility = record("accessibility", fields("id location_id description details uri:url"));
