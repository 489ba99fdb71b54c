import { createRoute, z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context } from "../platform/context.ts";
import { transact } from "../platform/db.ts";
import { json, operation } from "../platform/operation.ts";
import { cutPage, openCursor, PageQuery, pageOf } from "../platform/pagination.ts";
import { problems } from "../platform/problem.ts";
import { audience, channel, domain, presentSummary, ServiceSummary, status } from "./service-wire.ts";
import { listServiceRows } from "./store.ts";
import { organizationId, TermCode } from "./wire.ts";

const Services = pageOf(ServiceSummary).openapi("Services");

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
  receivesHandoffs: z
    .enum(["true", "false"])
    .transform((value) => value === "true")
    .optional()
    .openapi({
      type: "boolean",
      description: "Only services that do, or do not, take handoffs now",
      example: true,
    }),
  organizationId: organizationId.optional(),
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
  { pageSize, cursor, topic, ...coded }: z.output<typeof ServiceQuery>,
): Promise<z.input<typeof Services>> {
  permit(ctx, "directory:read");
  const filters = { ...coded, topics: topic };
  const position = await openCursor(ctx, "services", filters, cursor);
  const found = await transact(ctx, (tx) => listServiceRows(tx, filters, position, pageSize + 1));
  const { rows, ...next } = await cutPage(ctx, "services", filters, pageSize, found, (row) => [
    row.name,
    row.id,
  ]);
  return { items: rows.map(presentSummary), ...next };
}

export default operation(route, (ctx, { query }) => listServices(ctx, query));
