import { createRoute, type z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { IfMatch, refuseOutdated } from "../../platform/http/entity-tag.ts";
import { mergePatch, operation, tagged } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { readOrganization } from "../get-organization.ts";
import { OrganizationDetail } from "../organization-wire.ts";
import { entryDeleted, notYourEntry, organizationNotFound } from "../problems.ts";
import { OrganizationPath } from "../wire.ts";
import { editEntry } from "./edit-entry.ts";
import { OrganizationPatch } from "./wire.ts";

const route = createRoute({
  operationId: "editOrganization",
  method: "patch",
  path: "/organizations/{organizationId}",
  tags: ["Directory"],
  summary: "Edit an organization",
  description:
    "Changes what the patch names of `entry`, and nothing else. It is done by the participant that answers for the organization, or by the network's coordinators, on the version that If-Match names.",
  security: needs("directory:write"),
  request: {
    params: OrganizationPath,
    headers: IfMatch,
    body: mergePatch(OrganizationPatch, "What is to change"),
  },
  responses: {
    200: tagged(OrganizationDetail, "The organization as it is now"),
    ...problems(organizationNotFound, entryDeleted, notYourEntry, permissionMissing),
  },
});

export function editOrganization(
  ctx: Context,
  organizationId: string,
  patch: z.output<typeof OrganizationPatch>,
  ifMatch: string,
): Promise<z.input<typeof OrganizationDetail>> {
  permit(ctx, "directory:write");
  return transact(ctx, async (tx) => {
    await editEntry(tx, ctx, "organization", organizationId, patch, async () =>
      refuseOutdated(ifMatch, OrganizationDetail, await readOrganization(tx, organizationId)),
    );
    return readOrganization(tx, organizationId);
  });
}

export default operation(route, (ctx, { params, body, ifMatch }) =>
  editOrganization(ctx, params.organizationId, body, ifMatch),
);
