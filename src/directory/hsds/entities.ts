import { locationTypes, statuses } from "../codes.ts";
import {
  accessibility,
  address,
  capacity,
  contact,
  costOption,
  funding,
  identifier,
  language,
  phone,
  program,
  requiredDocument,
  said,
  schedule,
  serviceArea,
  url,
} from "./records.ts";
import { fields, many, one, type Shape, time } from "./shape.ts";
import { isPublicPlace } from "./visibility.ts";

/** Three depths each: as beneath another record (flat), as in lists (with its one-to-one records), and full. */
const flat = (shape: Shape): Shape => ({ ...shape, schema: `${shape.name}_flat`, links: {} });

const location: Shape = {
  name: "location",
  schema: "location",
  fields: fields(
    `id uri:url organization_id name alternate_name description transportation number:latitude number:longitude
     external_identifier external_identifier_type`,
    { location_type: { kind: "text", oneOf: locationTypes } },
  ),
  required: ["id", "location_type"],
  links: {
    languages: many(language, "location_id"),
    addresses: many(address, "location_id"),
    contacts: many(contact, "location_id"),
    accessibility: many(accessibility, "location_id"),
    phones: many(phone, "location_id"),
    schedules: many(schedule, "location_id"),
    ...said("location"),
  },
  // Of a confidential place nothing from which its address could be read: the way there and its history neither.
  withheld: {
    keys: new Set([
      "url",
      "description",
      "transportation",
      "latitude",
      "longitude",
      "external_identifier",
      "external_identifier_type",
      "addresses",
      "accessibility",
      "attributes",
      "metadata",
    ]),
    where: (alias) => `${alias}.confidential`,
  },
};

export const organization: Shape = {
  name: "organization",
  schema: "organization",
  fields: fields(
    `id name alternate_name description email:email uri:website tax_status tax_id number:year_incorporated
     legal_status logo uri:uri`,
    {
      parent_organization_id: {
        kind: "uuid",
        read: (alias) => `(select id from handreiking.organization as parent
          where parent.id = ${alias}.parent_organization_id and parent.is_public)`,
      },
    },
  ),
  required: ["id", "name", "description"],
  links: {
    additional_websites: many(url, "organization_id"),
    funding: many(funding, "organization_id"),
    contacts: many(contact, "organization_id"),
    phones: many(phone, "organization_id"),
    locations: many(location, "organization_id"),
    programs: many(program, "organization_id"),
    organization_identifiers: many(identifier, "organization_id"),
    ...said("organization"),
  },
};

const serviceFields = fields(
  `id organization_id program_id name alternate_name description uri:url email:email interpretation_services
   application_process fees_description wait_time accreditations eligibility_description number:minimum_age
   number:maximum_age date:assured_date email:assurer_email licenses alert`,
  { status: { kind: "text", oneOf: statuses }, last_modified: time("last_modified") },
);

const service = { name: "service", fields: serviceFields, required: ["id", "name", "status"] };

const serviceLinks = {
  additional_urls: many(url, "service_id"),
  phones: many(phone, "service_id"),
  schedules: many(schedule, "service_id"),
  service_areas: many(serviceArea, "service_id"),
  languages: many(language, "service_id"),
  funding: many(funding, "service_id"),
  cost_options: many(costOption, "service_id"),
  program: one(program, "program_id"),
  required_documents: many(requiredDocument, "service_id"),
  contacts: many(contact, "service_id"),
  capacities: many(capacity, "service_id"),
  ...said("service"),
};

const place: Shape = {
  name: "service_at_location",
  schema: "service_at_location_in_service",
  fields: fields("id service_id location_id description"),
  required: ["id"],
  links: {
    service_areas: many(serviceArea, "service_at_location_id"),
    contacts: many(contact, "service_at_location_id"),
    phones: many(phone, "service_at_location_id"),
    schedules: many(schedule, "service_at_location_id"),
    location: one(location, "location_id"),
    ...said("service_at_location"),
  },
};

const places = { ...many(place, "service_id"), where: isPublicPlace };

/** As beneath its organization, which it does not repeat. */
const ownService: Shape = {
  ...service,
  schema: "service_in_organization",
  links: { ...serviceLinks, service_at_locations: places },
};

export const fullService: Shape = {
  ...service,
  schema: "service",
  links: {
    ...serviceLinks,
    service_at_locations: places,
    organization: one(organization, "organization_id"),
  },
};

export const listedService: Shape = {
  ...service,
  schema: "service_list",
  links: {
    organization: one(flat(organization), "organization_id"),
    program: one(flat(program), "program_id"),
  },
};

export const minimalService: Shape = {
  name: "service",
  schema: "service_minimal",
  fields: { id: { kind: "uuid" }, modified_date: time("last_modified") },
  required: ["id", "modified_date"],
  links: {},
};

export const listedOrganization: Shape = { ...organization, schema: "organization_list", links: {} };

export const organizationWithServices: Shape = {
  ...organization,
  schema: "organization_with_services",
  links: { ...organization.links, services: many(ownService, "organization_id") },
};

export const fullPlace: Shape = {
  ...place,
  schema: "service_at_location",
  links: {
    ...place.links,
    service: one(
      {
        ...service,
        schema: "service_at_its_location",
        links: { ...serviceLinks, organization: one(organization, "organization_id") },
      },
      "service_id",
    ),
  },
};

export const listedPlace: Shape = {
  ...place,
  schema: "service_at_location_list",
  links: { location: one(flat(location), "location_id"), service: one(listedService, "service_id") },
};
