import { type EntityName, isEntityName } from "./entities/index.ts";

const marks: Partial<Record<EntityName, readonly string[]>> = {
  service: [
    "organization",
    "organization_id",
    "status",
    "program_id",
    "service_at_locations",
    "application_process",
    "eligibility_description",
    "fees_description",
    "cost_options",
  ],
  organization: [
    "organization_identifiers",
    "parent_organization_id",
    "services",
    "locations",
    "programs",
    "website",
    "additional_websites",
    "tax_status",
    "tax_id",
    "legal_status",
    "year_incorporated",
    "logo",
  ],
  service_at_location: ["service", "service_id", "location", "location_id"],
};

/**
 * Which record it is: as `resource` (or `type`) says if that names a table of HSDS, else a service, an organization
 * or a service at a location by the fields that only one of them has; a service where none has most.
 */
export function classify(element: Record<string, unknown>): EntityName {
  for (const hint of [element.resource, element.type]) if (isEntityName(hint)) return hint;
  const count = (name: EntityName) =>
    (marks[name] ?? []).filter((field) => Object.hasOwn(element, field)).length;
  const [first, second] = ["service" as const, "organization" as const, "service_at_location" as const]
    .map((name) => ({ name, count: count(name) }))
    .sort((a, b) => b.count - a.count);
  return first && first.count > (second?.count ?? 0) ? first.name : "service";
}
