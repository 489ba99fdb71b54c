import { z } from "@hono/zod-openapi";
import { Id } from "../platform/text/text.ts";
import { Capacity, presentCapacity } from "./capacity/capacity.ts";
import type { Entry } from "./edit/entry.ts";
import { ServiceEntry } from "./edit/wire.ts";
import { audiences, channels, costs, domains, statuses } from "./schema.ts";
import type { LocationRow, ServiceRow } from "./store.ts";
import { given, Handoff, organizationId, Phone, presentHandoff, presentPhone, TermCode } from "./wire.ts";

export const ServicePath = z.object({
  serviceId: Id.openapi({ description: "The service", example: "8b1c1e9a-2f0c-5d3a-9d53-0a7e6c3f1b42" }),
});

export const domain = z.enum(domains).openapi({
  description: "Where help comes from: `care`, `investigation` (police and inspectorates) or `legal`",
  example: "care",
});
export const audience = z.enum(audiences).openapi({
  description:
    "Whom it helps: `harmed` those to whom it happened, `relative` family and friends, `professional` helpers and teachers",
  example: "relative",
});
export const channel = z.enum(channels).openapi({ description: "How it can be reached", example: "phone" });
export const status = z.enum(statuses).openapi({
  description: "Only an `active` service can be referred to; the word is HSDS's",
  example: "active",
});

const years = (which: string, example: number) =>
  z
    .int()
    .optional()
    .openapi({ description: `The ${which} age that it takes, in whole years; absent for no limit`, example });

const ServiceArea = z
  .object({
    name: z.string().openapi({ description: "The area's name", example: "Nederland" }),
    extent: z
      .string()
      .optional()
      .openapi({ description: "Its ISO 3166 code where it has one", example: "NL" }),
    extentType: z.string().optional().openapi({ description: "What `extent` names", example: "text" }),
    national: z.boolean().openapi({ description: "Whether it is a whole country", example: true }),
  })
  .openapi("ServiceArea", { description: "Where people live whom it helps" });

const Topic = z
  .object({
    code: TermCode,
    name: z.string().openapi({ description: "Its name in Dutch", example: "Arbeidsuitbuiting" }),
    nameEn: z.string().openapi({ description: "Its name in English", example: "Labor exploitation" }),
  })
  .openapi("ServiceTopic", { description: "A taxonomy term that the service bears" });

export const ServiceSummary = z
  .object({
    id: Id.openapi({ description: "The service", example: "8b1c1e9a-2f0c-5d3a-9d53-0a7e6c3f1b42" }),
    name: z.string().openapi({ description: "Its name", example: "Hulp bij arbeidsuitbuiting" }),
    alternateName: z
      .string()
      .optional()
      .openapi({ description: "Another name that it is known by", example: "Helpdesk arbeidsuitbuiting" }),
    description: z.string().optional().openapi({
      description: "What it does, in its own language",
      example: "Informatie en begeleiding voor mensen die onder dwang of onderbetaald werken.",
    }),
    organization: z
      .object({
        id: organizationId,
        name: z.string().openapi({ description: "Its name", example: "FairWork" }),
      })
      .openapi({ description: "Who offers it" }),
    status,
    statusNote: z.string().optional().openapi({
      description: "Why it is not active",
      example: "Activities suspended from 2024-07-01 until further notice.",
    }),
    domain,
    topics: z.array(Topic).openapi({ description: "What it helps with" }),
    audiences: z.array(audience).openapi({ description: "Whom it helps" }),
    minimumAge: years("lowest", 8),
    maximumAge: years("highest", 18),
    channels: z.array(channel).openapi({ description: "How it can be reached" }),
    phones: z.array(Phone).openapi({ description: "The numbers to call, its own before its organization's" }),
    cost: z.enum(costs).optional().openapi({
      description: "What the help costs whoever asks for it: `means-tested` depends on income",
      example: "free",
    }),
    serviceAreas: z.array(ServiceArea).openapi({ description: "Where people live whom it helps" }),
    handoff: Handoff,
    verification: z
      .object({
        verified: z.boolean().openapi({
          description: "Whether somebody has confirmed the entry with the organization",
          example: false,
        }),
        on: z.iso.date().optional().openapi({ description: "When that last was", example: "2026-10-05" }),
      })
      .openapi({ description: "How far the entry can be relied on; editing it does not verify it" }),
    capacity: Capacity.optional(),
  })
  .openapi("ServiceSummary", { description: "A service as lists and search results show it" });
export type ServiceSummary = z.input<typeof ServiceSummary>;

/** As of `now`, which tells what is too long ago to be relied on. */
export function presentSummary(row: ServiceRow, now: Date): ServiceSummary {
  return {
    id: row.id,
    name: row.name,
    organization: { id: row.organizationId, name: row.organizationName },
    status: row.status,
    domain: row.domain,
    topics: row.topics.map(({ code, name, nameEn }) => ({ code, name, nameEn })),
    audiences: row.audiences,
    channels: row.channels,
    phones: row.phones.map(presentPhone),
    serviceAreas: row.serviceAreas.map(({ name, national, extent, extentType }) => ({
      name,
      national,
      ...given({ extent, extentType }),
    })),
    handoff: presentHandoff(row),
    verification: { verified: row.assuredOn !== null, ...given({ on: row.assuredOn }) },
    ...(row.capacity && { capacity: presentCapacity(row.capacity, now) }),
    ...given({
      alternateName: row.alternateName,
      description: row.description,
      statusNote: row.statusNote,
      minimumAge: row.minimumAge,
      maximumAge: row.maximumAge,
      cost: row.cost,
    }),
  };
}

const Location = z
  .object({
    id: Id.openapi({ description: "The location", example: "4d1f0c55-0a3a-5f08-9f2f-7f4a5f7a1c3e" }),
    locationType: z.enum(["physical", "postal", "virtual"]).openapi({
      description: "`virtual` is a place on the web",
      example: "virtual",
    }),
    name: z.string().optional().openapi({ description: "Its name", example: "FairWork" }),
    url: z
      .string()
      .optional()
      .openapi({ description: "Its address on the web", example: "https://www.example.org" }),
    latitude: z.number().optional().openapi({ description: "Degrees north, WGS 84", example: 52.37 }),
    longitude: z.number().optional().openapi({ description: "Degrees east, WGS 84", example: 4.9 }),
  })
  .openapi("Location", { description: "A place where a service is given" });

export const Service = ServiceSummary.extend({
  url: z
    .string()
    .optional()
    .openapi({ description: "Its page on the web", example: "https://www.example.org" }),
  email: z.string().optional().openapi({ description: "Its e-mail address", example: "info@example.org" }),
  feesDescription: z
    .string()
    .optional()
    .openapi({ description: "What it costs, in words", example: "Eigen bijdrage naar inkomen." }),
  locations: z.array(Location).openapi({ description: "Where it is given" }),
  lastModifiedAt: z.iso.datetime().openapi({
    description: "When the entry was last edited, which says nothing about its being right",
    example: "2026-01-05T09:00:00.000Z",
  }),
  entry: ServiceEntry,
}).openapi("Service", {
  description: "One kind of help that one organization offers: a service of HSDS 3.1",
});
export type Service = z.input<typeof Service>;

export function presentService(
  row: ServiceRow & { locations: LocationRow[] },
  entry: Entry,
  now: Date,
): Service {
  return {
    ...presentSummary(row, now),
    locations: row.locations.map(({ id, locationType, name, url, latitude, longitude }) => ({
      id,
      locationType,
      ...given({ name, url, latitude, longitude }),
    })),
    lastModifiedAt: row.lastModifiedAt,
    entry,
    ...given({ url: row.url, email: row.email, feesDescription: row.feesDescription }),
  };
}
