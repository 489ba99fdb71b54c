import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { IfMatch, refuseOutdated } from "../../platform/http/entity-tag.ts";
import { operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { readOrganization } from "../get-organization.ts";
import { OrganizationDetail } from "../organization-wire.ts";
import { entryDeleted, entryInUse, notYourEntry, organizationNotFound } from "../problems.ts";
import { OrganizationPath } from "../wire.ts";
import { deleteEntry } from "./edit-entry.ts";

const route = createRoute({
  operationId: "deleteOrganization",
  method: "delete",
  path: "/organizations/{organizationId}",
  tags: ["Directory"],
  summary: "Delete an organization",
  description:
    "Deletes an organization that has no services and locations any more. From then on it answers 410; its history remains. An import does not bring it back.",
  security: needs("directory:write"),
  request: { params: OrganizationPath, headers: IfMatch },
  responses: {
    204: { description: "It is deleted" },
    ...problems(organizationNotFound, entryDeleted, entryInUse, notYourEntry, permissionMissing),
  },
});

export function deleteOrganization(ctx: Context, organizationId: string, ifMatch: string): Promise<void> {
  permit(ctx, "directory:write");
  return transact(ctx, (tx) =>
    deleteEntry(tx, ctx, "organization", organizationId, async () =>
      refuseOutdated(ifMatch, OrganizationDetail, await readOrganization(tx, organizationId)),
    ),
  );
}

export default operation(route, async (ctx, { params, ifMatch }) => {
  await deleteOrganization(ctx, params.organizationId, ifMatch);
  return undefined;
});
