import { namedId } from "../named-id.ts";
import type {
  attributes,
  Channel,
  costOptions,
  languages,
  locations,
  organizations,
  phones,
  schedules,
  serviceAreas,
  serviceAtLocations,
  services,
  taxonomies,
  taxonomyTerms,
} from "../schema.ts";
import { taxonomyTable } from "../taxonomy/index.ts";
import {
  areas,
  callCosts,
  type OpeningHours,
  type Partner,
  type PartnerService,
  readPartners,
  serviceCosts,
  termCodeOf,
  timeZones,
} from "./partner.ts";

/** The rows of a directory, table by table. */
export interface DirectoryRows {
  taxonomies: (typeof taxonomies.$inferInsert)[];
  taxonomyTerms: (typeof taxonomyTerms.$inferInsert)[];
  organizations: (typeof organizations.$inferInsert)[];
  services: (typeof services.$inferInsert)[];
  locations: (typeof locations.$inferInsert)[];
  serviceAtLocations: (typeof serviceAtLocations.$inferInsert)[];
  phones: (typeof phones.$inferInsert)[];
  serviceAreas: (typeof serviceAreas.$inferInsert)[];
  languages: (typeof languages.$inferInsert)[];
  schedules: (typeof schedules.$inferInsert)[];
  costOptions: (typeof costOptions.$inferInsert)[];
  attributes: (typeof attributes.$inferInsert)[];
}

const idOf = (...name: string[]) => namedId("partners.nl", ...name);
const termIdOf = (code: string) => namedId("taxonomy-term", code);

/** The starter directory, last changed `at`. Nobody has confirmed an entry of it: all are unverified. */
export async function starterRows(at: Date): Promise<DirectoryRows> {
  const partners = readPartners();
  const [taxonomyRows, perPartner, perService] = await Promise.all([
    taxonomiesAndTerms(),
    Promise.all(partners.map((partner) => rowsOfPartner(partner, at))),
    Promise.all(partners.flatMap((partner) => partner.services.map((s) => rowsOfService(partner, s, at)))),
  ]);
  return {
    ...taxonomyRows,
    organizations: perPartner.map((rows) => rows.organization),
    locations: perPartner.flatMap((rows) => rows.locations),
    phones: perPartner.flatMap((rows) => rows.phones),
    services: perService.map((rows) => rows.service),
    serviceAtLocations: perService.flatMap((rows) => rows.serviceAtLocations),
    serviceAreas: perService.map((rows) => rows.serviceArea),
    languages: perService.map((rows) => rows.language),
    schedules: perService.flatMap((rows) => rows.schedules),
    costOptions: perService.map((rows) => rows.costOption),
    attributes: perService.flatMap((rows) => rows.attributes),
  };
}

async function taxonomiesAndTerms() {
  const perTaxonomy = taxonomyTable.map(async ({ name, description, terms }) => {
    const id = await namedId("taxonomy", name);
    const termRows = terms.map(async ({ parent, ...term }) => ({
      ...term,
      id: await termIdOf(term.code),
      taxonomyId: id,
      parentId: parent === undefined ? null : await termIdOf(parent),
    }));
    return { taxonomy: { id, name, description, version: "1" }, terms: await Promise.all(termRows) };
  });
  const rows = await Promise.all(perTaxonomy);
  return {
    taxonomies: rows.map(({ taxonomy }) => taxonomy),
    taxonomyTerms: rows.flatMap(({ terms }) => terms),
  };
}

async function rowsOfPartner(partner: Partner, at: Date) {
  const organizationId = await idOf(partner.id);
  const phoneRows = phonesOf(partner).map(async ({ number, description }) => ({
    id: await idOf(partner.id, "phone", number),
    organizationId,
    number,
    country: partner.country,
    type: "voice",
    description,
  }));
  const { website } = partner;
  const location = {
    id: await idOf(partner.id, "website"),
    organizationId,
    locationType: "virtual" as const,
    name: partner.name,
  };
  return {
    organization: {
      id: organizationId,
      name: partner.name,
      alternateName: partner.alternateName ?? null,
      description: `${partner.services.map((service) => service.name).join("; ")}.`,
      email: partner.email ?? null,
      website: website ?? null,
      country: partner.country,
      lastModified: at,
    },
    locations: website === undefined ? [] : [{ ...location, url: website }],
    phones: await Promise.all(phoneRows),
  };
}

function phonesOf({ tel, alternateTel, emergencyTel, telAbroad, callCost }: Partner) {
  const general = callCost === undefined ? "Algemeen nummer" : `Algemeen nummer, ${callCosts[callCost]}`;
  const described = [
    [tel, general],
    [alternateTel, "Ander nummer"],
    [emergencyTel, "Bij acuut gevaar"],
    [telAbroad, "Vanuit het buitenland"],
  ] as const;
  return described.flatMap(([number, description]) => (number === undefined ? [] : { number, description }));
}

async function rowsOfService(
  partner: Partner,
  { name, description, topics, audience }: PartnerService,
  at: Date,
) {
  // The file gives services no id of their own.
  const serviceId = await idOf(partner.id, "service", name);
  const locationId = await idOf(partner.id, "website");
  const termRows = topics.map(termCodeOf).map(async (code) => ({
    id: await namedId("attribute", serviceId, code),
    linkId: serviceId,
    linkEntity: "service" as const,
    taxonomyTermId: await termIdOf(code),
  }));
  return {
    service: {
      id: serviceId,
      organizationId: await idOf(partner.id),
      name,
      description,
      url: partner.website ?? null,
      email: partner.email ?? null,
      status: partner.status,
      statusNote: partner.statusNote ?? null,
      minimumAge: partner.minimumAge ?? null,
      maximumAge: partner.maximumAge ?? null,
      lastModified: at,
      domain: partner.domain,
      audiences: audience,
      channels: partner.channels,
      cost: partner.serviceCost,
    },
    serviceAtLocations:
      partner.website === undefined
        ? []
        : [{ id: await idOf(partner.id, "service", name, "website"), serviceId, locationId }],
    ...(await termsOfUse(partner, name, serviceId)),
    attributes: await Promise.all(termRows),
  };
}

/** For whom, in which language, when and at what cost. */
async function termsOfUse(partner: Partner, name: string, serviceId: string) {
  const ofService = async (...more: string[]) => ({
    id: await idOf(partner.id, "service", name, ...more),
    serviceId,
  });
  const hours = Object.entries(partner.hours) as [Channel, OpeningHours[]][];
  const schedules = hours.flatMap(([channel, open]) =>
    open.map(async ({ byday, opensAt, closesAt }) => ({
      ...(await ofService("hours", channel, byday)),
      freq: "WEEKLY" as const,
      byday,
      opensAt,
      closesAt,
      timeZone: timeZones[partner.country],
      channel,
    })),
  );
  return {
    serviceArea: { ...(await ofService("area")), ...areas[partner.area] },
    language: { ...(await ofService("language", "nl")), name: "Nederlands", code: "nl" },
    costOption: { ...(await ofService("cost")), ...serviceCosts[partner.serviceCost] },
    schedules: await Promise.all(schedules),
  };
}
