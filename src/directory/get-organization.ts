import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context, Database } from "../platform/context.ts";
import { transact } from "../platform/database/transact.ts";
import { operation, tagged } from "../platform/http/operation.ts";
import { problems } from "../platform/http/problem.ts";
import { failMissing, findEntry } from "./edit/entry.ts";
import { findOrganization } from "./organization-store.ts";
import { OrganizationDetail, presentOrganizationDetail } from "./organization-wire.ts";
import { entryDeleted, organizationNotFound } from "./problems.ts";
import { OrganizationPath } from "./wire.ts";

const route = createRoute({
  operationId: "getOrganization",
  method: "get",
  path: "/organizations/{organizationId}",
  tags: ["Directory"],
  summary: "Read an organization",
  description:
    "One organization of the directory. Its services are in `listServices`, by `organizationId`. `entry` is the record as it is edited; the ETag is what an edit names.",
  security: needs("directory:read"),
  request: { params: OrganizationPath },
  responses: {
    200: tagged(OrganizationDetail, "The organization"),
    ...problems(organizationNotFound, entryDeleted, permissionMissing),
  },
});

export function getOrganization(ctx: Context, organizationId: string): Promise<OrganizationDetail> {
  permit(ctx, "directory:read");
  return transact(ctx, (tx) => readOrganization(tx, organizationId));
}

/** An organization as it is shown to everybody who may read the directory. */
export async function readOrganization(tx: Database, organizationId: string): Promise<OrganizationDetail> {
  const [organization, entry] = await Promise.all([
    findOrganization(tx, organizationId),
    findEntry(tx, "organization", organizationId),
  ]);
  return organization && entry
    ? presentOrganizationDetail(organization, entry)
    : failMissing(tx, "organization", organizationId);
}

export default operation(route, (ctx, { params }) => getOrganization(ctx, params.organizationId));
