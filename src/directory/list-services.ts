import { createRoute, z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context } from "../platform/context.ts";
import { transact } from "../platform/database/transact.ts";
import { json, operation } from "../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery, pageOf } from "../platform/http/pagination.ts";
import { problems } from "../platform/http/problem.ts";
import { FacetCounts, facet } from "./search/facet-wire.ts";
import { findFacets } from "./search/facets.ts";
import {
  accessNeed,
  age,
  cost,
  language,
  municipality,
  nearPostcode,
  openAt,
  postcode,
  province,
  radiusKilometers,
  verifiedSince,
} from "./search/filter-fields.ts";
import type { ServiceFilters } from "./service-filters.ts";
import { audience, channel, domain, presentSummary, ServiceSummary, status } from "./service-wire.ts";
import { listServiceRows } from "./store.ts";
import { organizationId, TermCode } from "./wire.ts";

const Services = pageOf(ServiceSummary).extend({ facets: FacetCounts.optional() }).openapi("Services");

const inQuery = z.enum(["true", "false"]).transform((value) => value === "true");

const ServiceQuery = PageQuery.extend({
  domain: domain.optional(),
  topic: z
    .array(TermCode)
    .max(20)
    .optional()
    .openapi({
      description: "Only services that bear one of these topics, or a narrower one. Repeat it for several",
      example: ["violence"],
    }),
  audience: audience.optional(),
  channel: channel.optional(),
  status: status.optional(),
  receivesHandoffs: inQuery.optional().openapi({
    type: "boolean",
    description: "Only services that do, or do not, take handoffs now",
    example: true,
  }),
  organizationId: organizationId.optional(),
  age: z.coerce.number().pipe(age).optional().openapi({
    type: "integer",
    description: "Only services that take somebody of this age, in whole years",
    example: 17,
  }),
  language: language.optional(),
  province: province.optional(),
  municipality: municipality.optional(),
  postcode: postcode.optional(),
  radiusKilometers: z.coerce.number().pipe(radiusKilometers).default(25).openapi({
    type: "number",
    description: "How far from the postcode the nearest place of the service may be",
    example: 25,
  }),
  openNow: inQuery.optional().openapi({
    type: "boolean",
    description: "Only services that are open now by their stated hours, over `channel` where that is given",
    example: true,
  }),
  openAt: openAt.optional(),
  cost: cost.optional(),
  accessibility: z
    .array(accessNeed)
    .max(5)
    .optional()
    .openapi({
      description:
        "Only services that state, at one of their places or in general, that they meet this need. Repeat it for several: all must be met",
      example: ["wheelchair"],
    }),
  verifiedSince: verifiedSince.optional(),
  facets: z
    .array(facet)
    .max(6)
    .optional()
    .openapi({
      description: "Which codes to count among all that is listed. Repeat it for several",
      example: ["domain", "channel"],
    }),
});

const route = createRoute({
  operationId: "listServices",
  method: "get",
  path: "/services",
  tags: ["Directory"],
  summary: "List the services",
  description:
    "Services by name, narrowed by codes; all that are given must hold. Words have no place in an address: what a caller says goes to `searchServices`. Closed services are listed too, with their `status`.",
  security: needs("directory:read"),
  request: { query: ServiceQuery },
  responses: { 200: json(Services, "A page of services"), ...problems(permissionMissing) },
});

export async function listServices(
  ctx: Context,
  { pageSize, cursor, facets, ...query }: z.output<typeof ServiceQuery>,
): Promise<z.input<typeof Services>> {
  permit(ctx, "directory:read");
  const filters = filtersOf(ctx, query);
  const position = await openCursor(ctx, "services", query, cursor);
  const { found, counts } = await transact(ctx, async (tx) => ({
    found: await listServiceRows(tx, filters, position, pageSize + 1),
    counts: facets && (await findFacets(tx, facets, filters)),
  }));
  const { rows, ...next } = await cutPage(ctx, "services", query, pageSize, found, (row) => [
    row.remote,
    row.name,
    row.id,
  ]);
  const now = ctx.now();
  return {
    items: rows.map((row) => presentSummary(row, now)),
    ...(counts && { facets: counts }),
    ...next,
  };
}

function filtersOf(
  ctx: Context,
  {
    topic,
    province,
    municipality,
    postcode,
    radiusKilometers,
    openNow,
    openAt,
    ...coded
  }: Omit<z.output<typeof ServiceQuery>, "pageSize" | "cursor" | "facets">,
): ServiceFilters {
  const moment = openAt === undefined ? (openNow ? ctx.now() : undefined) : new Date(openAt);
  const area = province === undefined && municipality === undefined ? undefined : { province, municipality };
  return {
    ...coded,
    topics: topic,
    ...(area && { area }),
    ...(postcode && {
      near: nearPostcode(postcode, radiusKilometers, { in: "query", pointer: "postcode" }),
    }),
    ...(moment && { openAt: moment }),
  };
}

export default operation(route, (ctx, { query }) => listServices(ctx, query));
