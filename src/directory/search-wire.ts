import { z } from "@hono/zod-openapi";
import { pageOf } from "../platform/http/pagination.ts";
import { text } from "../platform/text/text.ts";
import { FacetCounts, facet } from "./search/facet-wire.ts";
import {
  accessNeed,
  age,
  cost,
  language,
  municipality,
  openAt,
  openNow,
  postcode,
  province,
  radiusKilometers,
  verifiedSince,
} from "./search/filter-fields.ts";
import { type MatchRow, reasons } from "./search/matches.ts";
import { relaxable } from "./search/relax.ts";
import { audience, channel, domain, presentSummary, ServiceSummary } from "./service-wire.ts";
import { TermCode } from "./wire.ts";

export const ServiceSearch = z
  .strictObject({
    words: text(300).openapi({
      description:
        "What the caller says or needs, in Dutch or English; typing errors are forgiven. It is neither kept nor logged nor repeated in the answer",
      example: "mijn zus zit in een sekte en wordt bedreigd",
    }),
    domain: domain.optional(),
    topics: z
      .array(TermCode)
      .min(1)
      .max(20)
      .optional()
      .openapi({
        description: "Only services that bear one of these topics, or a narrower one",
        example: ["psychological-abuse"],
      }),
    audience: audience.optional(),
    channel: channel.optional(),
    receivesHandoffs: z
      .boolean()
      .optional()
      .openapi({ description: "Only services that do, or do not, take handoffs now", example: true }),
    age: age.optional(),
    language: language.optional(),
    area: z
      .strictObject({ province: province.optional(), municipality: municipality.optional() })
      .refine((area) => area.province !== undefined || area.municipality !== undefined, {
        message: "must name a province or a municipality",
      })
      .optional()
      .openapi("SearchArea", {
        description: "Where the person lives whom it is for",
        example: { municipality: "Amersfoort" },
      }),
    near: z
      .strictObject({ postcode, radiusKilometers })
      .optional()
      .openapi("SearchNear", { description: "Only services with a place this near" }),
    openNow: openNow.optional(),
    openAt: openAt.optional(),
    cost: cost.optional(),
    accessibility: z
      .array(accessNeed)
      .min(1)
      .max(5)
      .optional()
      .openapi({
        description:
          "Only services that state, at one of their places or in general, that they meet all of these needs",
        example: ["wheelchair"],
      }),
    verifiedSince: verifiedSince.optional(),
    facets: z
      .array(facet)
      .min(1)
      .max(6)
      .optional()
      .openapi({
        description: "Which codes to count among the services that match, beside the page itself",
        example: ["domain", "channel"],
      }),
    pageSize: z.int().min(1).max(100).default(10).openapi({
      description: "How many matches a page holds at most: as many as are read during a call",
      example: 10,
    }),
    cursor: z.string().max(2000).optional().openapi({
      description: "Where to go on: the nextCursor of the page before, with the same words and filters",
    }),
  })
  .openapi("ServiceSearch", {
    description: "A search by words, narrowed by codes; all codes given must hold",
  });

const directoryWords = (description: string) =>
  z.array(z.string()).openapi({ description, example: ["sekte", "bedreigd"] });

const MatchReason = z
  .object({
    word: z.string().openapi({ description: "One of `understoodAs`", example: "sekte" }),
    by: z.enum(reasons).openapi({
      description:
        "Where it was found: in the service's `name`, a `topic` of it, its `description` or its `organization`; or the caller used a `synonym` of the topic that the word names",
      example: "topic",
    }),
  })
  .openapi("MatchReason", { description: "A word or topic by which a service was found" });

const ServiceMatch = z
  .object({
    service: ServiceSummary,
    matched: z.array(MatchReason).openapi({
      description: "Why it is here; empty where `relaxed` names the words",
      example: [{ word: "sekte", by: "name" }],
    }),
    distanceKilometers: z.number().optional().openapi({
      description: "How far its nearest place is from the center of the postcode, where one was given",
      example: 4.2,
    }),
    score: z.int().openapi({
      description: "How well it matches: more is better, comparable inside one search only",
      example: 742,
    }),
  })
  .openapi("ServiceMatch");

export const ServiceMatches = pageOf(ServiceMatch)
  .extend({
    understoodAs: directoryWords(
      "How the words were read: as words that stand in the directory, and as names of topics that callers word so. What was not understood is left out",
    ),
    relaxed: z
      .array(z.enum(relaxable))
      .optional()
      .openapi({
        description:
          "What was asked for and left out, because nothing met all of it: these matches do not. `words` where none was understood, or nothing that holds one could be found: then the codes alone are met, and with no codes left these are the national services that listen to anyone. Absent where all holds",
        example: ["area"],
      }),
    facets: FacetCounts.optional(),
  })
  .openapi("ServiceMatches");

export const presentMatch = (
  row: MatchRow,
  names: readonly string[],
  now: Date,
): z.input<typeof ServiceMatch> => ({
  service: presentSummary(row, now),
  matched: (row.matched ?? []).map(({ place, by }) => ({ word: names[place] ?? "", by })),
  ...(row.distance !== null && { distanceKilometers: Math.round(row.distance * 10) / 10 }),
  score: row.score,
});
