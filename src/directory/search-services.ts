import { createRoute, z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context } from "../platform/context.ts";
import { transact } from "../platform/db.ts";
import { json, operation } from "../platform/operation.ts";
import { cutPage, openCursor, pageOf } from "../platform/pagination.ts";
import { problems } from "../platform/problem.ts";
import { text } from "../platform/text.ts";
import {
  age,
  cost,
  language,
  municipality,
  nearPostcode,
  openAt,
  openNow,
  postcode,
  province,
  radiusKilometers,
  verifiedSince,
} from "./search/filter-fields.ts";
import { findMatches, type MatchRow, positionOf, reasons } from "./search/matches.ts";
import { findRelaxation, type Relaxable, relaxable, without } from "./search/relax.ts";
import { read } from "./search/understand.ts";
import type { ServiceFilters } from "./service-filters.ts";
import { audience, channel, domain, presentSummary, ServiceSummary } from "./service-wire.ts";
import { TermCode } from "./wire.ts";

const ServiceSearch = z
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
    verifiedSince: verifiedSince.optional(),
    pageSize: z
      .int()
      .min(1)
      .max(100)
      .default(25)
      .openapi({ description: "How many matches a page holds at most", example: 25 }),
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
    matched: z
      .array(MatchReason)
      .openapi({ description: "Why it is here", example: [{ word: "sekte", by: "name" }] }),
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

const ServiceMatches = pageOf(ServiceMatch)
  .extend({
    understoodAs: directoryWords(
      "How the words were read: as words that stand in the directory, and as names of topics that callers word so. What was not understood is left out",
    ),
    relaxed: z
      .array(z.enum(relaxable))
      .optional()
      .openapi({
        description:
          "What was asked for and left out, because nothing met all of it: these matches do not. Absent where all holds",
        example: ["area"],
      }),
  })
  .openapi("ServiceMatches");

const route = createRoute({
  operationId: "searchServices",
  method: "post",
  path: "/service-searches",
  tags: ["Directory"],
  summary: "Find services by a caller's words",
  description:
    "Finds services as a counsellor thinks during a call: type what the caller says. Services that match more of the words, rarer words, and in their name or topics come first; services of the area asked for come before national ones; closed ones come last and never take handoffs. Where nothing meets all codes, the nearest that does is answered and `relaxed` names what was left out. The words travel in the body because they may identify the caller. Nothing is created.",
  security: needs("directory:read"),
  request: { body: json(ServiceSearch, "The words and the codes to search by") },
  responses: {
    200: json(ServiceMatches, "The matching services, best first"),
    ...problems(permissionMissing),
  },
});

/** Words travel in the body, and so does the cursor that goes on from them. */
const inBody = { in: "body", pointer: "/cursor" } as const;

export async function searchServices(
  ctx: Context,
  { pageSize, cursor, ...search }: z.output<typeof ServiceSearch>,
): Promise<z.input<typeof ServiceMatches>> {
  permit(ctx, "directory:read");
  const filters = filtersOf(ctx, search);
  const last = await openCursor(ctx, "service-searches", search, cursor, inBody);
  const { understood, relaxed, found } = await transact(ctx, async (tx) => {
    const understood = await read(tx, search.words);
    if (understood.words.length + understood.topics.length === 0)
      return { understood, relaxed: [], found: [] };
    const find = (left: readonly Relaxable[]) =>
      findMatches(tx, understood, without(filters, left), last?.slice(1), pageSize + 1);
    // The pages after the first leave out what that one did.
    const before = relaxable.filter((name) =>
      String(last?.[0] ?? "")
        .split(",")
        .includes(name),
    );
    const found = await find(before);
    if (found.length > 0 || last) return { understood, relaxed: before, found };
    const relaxed = await findRelaxation(tx, understood, filters);
    return { understood, relaxed, found: relaxed.length > 0 ? await find(relaxed) : [] };
  });
  const place = (row: MatchRow) => [relaxed.join(","), ...positionOf(row)];
  const { rows, ...next } = await cutPage(ctx, "service-searches", search, pageSize, found, place);
  const names = [...understood.words.map(({ word }) => word), ...understood.topics.map(({ name }) => name)];
  return {
    items: rows.map((row) => presentMatch(row, names, ctx.now())),
    understoodAs: [...new Set(names)],
    ...(relaxed.length > 0 && { relaxed }),
    ...next,
  };
}

function filtersOf(
  ctx: Context,
  { words, near, openNow, openAt, ...coded }: Omit<z.output<typeof ServiceSearch>, "pageSize" | "cursor">,
): ServiceFilters {
  const moment = openAt === undefined ? (openNow ? ctx.now() : undefined) : new Date(openAt);
  return {
    ...coded,
    ...(near && {
      near: nearPostcode(near.postcode, near.radiusKilometers, { in: "body", pointer: "/near/postcode" }),
    }),
    ...(moment && { openAt: moment }),
  };
}

const presentMatch = (row: MatchRow, names: readonly string[], now: Date): z.input<typeof ServiceMatch> => ({
  service: presentSummary(row, now),
  matched: row.matched.map(({ place, by }) => ({ word: names[place] ?? "", by })),
  ...(row.distance !== null && { distanceKilometers: Math.round(row.distance * 10) / 10 }),
  score: row.score,
});

export default operation(route, (ctx, { body }) => searchServices(ctx, body));
