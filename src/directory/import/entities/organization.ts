import {
  boolean,
  entity,
  integer,
  line,
  moment,
  needs,
  orElse,
  required,
  short,
  text,
  to,
  url,
} from "./entity.ts";

export const organizationEntities = {
  organization: entity({
    fields: {
      name: required(line),
      alternate_name: line,
      description: orElse("name"),
      email: line,
      website: url,
      tax_status: line,
      tax_id: line,
      year_incorporated: integer,
      legal_status: line,
      logo: url,
      uri: text,
    },
    references: { parent_organization_id: { to: "organization", loose: true } },
    lists: {
      additional_websites: ["url", "organization_id"],
      funding: ["funding", "organization_id"],
      contacts: ["contact", "organization_id"],
      phones: ["phone", "organization_id"],
      locations: ["location", "organization_id"],
      programs: ["program", "organization_id"],
      organization_identifiers: ["organization_identifier", "organization_id"],
      services: ["service", "organization_id"],
    },
    own: {
      "handreiking:country": { column: "country", field: short, standard: "'NL'" },
      "handreiking:public": { column: "is_public", field: boolean, standard: "true" },
      "handreiking:last-modified": { column: "last_modified", field: moment },
    },
  }),
  program: entity({
    fields: { name: required(line), alternate_name: line, description: orElse("name") },
    references: { organization_id: needs("organization") },
  }),
  organization_identifier: entity({
    fields: { identifier_scheme: line, identifier_type: required(short), identifier: required(line) },
    references: { organization_id: needs("organization") },
  }),
  funding: entity({
    fields: { source: text },
    references: { organization_id: to("organization"), service_id: to("service") },
  }),
  url: entity({
    fields: { label: line, url: required(url) },
    references: { organization_id: to("organization"), service_id: to("service") },
  }),
} as const;
