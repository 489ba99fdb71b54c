import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context } from "../platform/context.ts";
import { transact } from "../platform/db.ts";
import { json, operation } from "../platform/operation.ts";
import { fail, problems } from "../platform/problem.ts";
import { findOrganization } from "./organization-store.ts";
import { organizationNotFound } from "./problems.ts";
import { Organization, OrganizationPath, presentOrganization } from "./wire.ts";

const route = createRoute({
  operationId: "getOrganization",
  method: "get",
  path: "/organizations/{organizationId}",
  tags: ["Directory"],
  summary: "Read an organization",
  description: "One organization of the directory. Its services are in `listServices`, by `organizationId`.",
  security: needs("directory:read"),
  request: { params: OrganizationPath },
  responses: {
    200: json(Organization, "The organization"),
    ...problems(organizationNotFound, permissionMissing),
  },
});

export async function getOrganization(ctx: Context, organizationId: string): Promise<Organization> {
  permit(ctx, "directory:read");
  const organization = await transact(ctx, (tx) => findOrganization(tx, organizationId));
  return presentOrganization(organization ?? fail(organizationNotFound));
}

export default operation(route, (ctx, { params }) => getOrganization(ctx, params.organizationId));
