import { createRoute, type z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context } from "../platform/context.ts";
import { transact } from "../platform/database/transact.ts";
import { json, operation } from "../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery, pageOf } from "../platform/http/pagination.ts";
import { problems } from "../platform/http/problem.ts";
import { listOrganizationRows } from "./organization-store.ts";
import { Organization, presentOrganization } from "./wire.ts";

const Organizations = pageOf(Organization).openapi("Organizations");

const route = createRoute({
  operationId: "listOrganizations",
  method: "get",
  path: "/organizations",
  tags: ["Directory"],
  summary: "List the organizations",
  description: "Every organization of the directory, by name.",
  security: needs("directory:read"),
  request: { query: PageQuery },
  responses: { 200: json(Organizations, "A page of organizations"), ...problems(permissionMissing) },
});

export async function listOrganizations(
  ctx: Context,
  { pageSize, cursor }: z.output<typeof PageQuery>,
): Promise<z.input<typeof Organizations>> {
  permit(ctx, "directory:read");
  const position = await openCursor(ctx, "organizations", null, cursor);
  const found = await transact(ctx, (tx) => listOrganizationRows(tx, position, pageSize + 1));
  const { rows, ...next } = await cutPage(ctx, "organizations", null, pageSize, found, (row) => [
    row.name,
    row.id,
  ]);
  return { items: rows.map(presentOrganization), ...next };
}

export default operation(route, (ctx, { query }) => listOrganizations(ctx, query));
