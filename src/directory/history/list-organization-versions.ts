import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing } from "../../permissions.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { PageQuery } from "../../platform/http/pagination.ts";
import { problems } from "../../platform/http/problem.ts";
import { organizationNotFound } from "../problems.ts";
import { OrganizationPath } from "../wire.ts";
import { listVersions } from "./read-versions.ts";
import { EntryVersions } from "./wire.ts";

const route = createRoute({
  operationId: "listOrganizationVersions",
  method: "get",
  path: "/organizations/{organizationId}/versions",
  tags: ["Directory"],
  summary: "List the versions of an organization",
  description:
    "Every version of the record and of its parts, the newest first: when it was written, by whom, and which fields changed. The history of a deleted one remains.",
  security: needs("directory:read"),
  request: { params: OrganizationPath, query: PageQuery },
  responses: {
    200: json(EntryVersions, "A page of versions"),
    ...problems(organizationNotFound, permissionMissing),
  },
});

export default operation(route, (ctx, { params, query }) =>
  listVersions(ctx, "organization", params.organizationId, query),
);
