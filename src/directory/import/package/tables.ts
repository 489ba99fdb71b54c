import { type EntityName, entityNames } from "../entities/index.ts";

/** The file of each table, as the standard's own examples name them. */
export const fileOf: Readonly<Record<EntityName, string>> = {
  taxonomy: "taxonomies.csv",
  taxonomy_term: "taxonomy_terms.csv",
  organization: "organizations.csv",
  program: "programs.csv",
  service: "services.csv",
  location: "locations.csv",
  service_at_location: "service_at_location.csv",
  contact: "contacts.csv",
  phone: "phones.csv",
  language: "languages.csv",
  schedule: "schedules.csv",
  service_area: "service_areas.csv",
  cost_option: "cost_options.csv",
  required_document: "required_documents.csv",
  funding: "funding.csv",
  unit: "units.csv",
  service_capacity: "service_capacity.csv",
  url: "url.csv",
  organization_identifier: "organization_identifiers.csv",
  address: "addresses.csv",
  accessibility: "accessibility.csv",
  attribute: "attributes.csv",
  metadata: "metadata.csv",
};

const stemOf = (name: string) =>
  name
    .replace(/^.*\//, "")
    .replace(/\.csv$/i, "")
    .toLowerCase();

/** The table that a resource or file is of, by its name in the singular or plural. */
export function tableOf(name: string): EntityName | undefined {
  const stem = stemOf(name);
  return entityNames.find(
    (entity) => stem === entity || stem === stemOf(fileOf[entity]) || stem === `${entity}s`,
  );
}
