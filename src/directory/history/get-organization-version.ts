import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing } from "../../permissions.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { versionNotFound } from "../problems.ts";
import { OrganizationPath } from "../wire.ts";
import { readVersion } from "./read-versions.ts";
import { EntryVersionContent, versionId } from "./wire.ts";

const route = createRoute({
  operationId: "getOrganizationVersion",
  method: "get",
  path: "/organizations/{organizationId}/versions/{versionId}",
  tags: ["Directory"],
  summary: "Read a version of an organization",
  description: "One version of the record or of a part of it, with what stood in it.",
  security: needs("directory:read"),
  request: { params: OrganizationPath.extend({ versionId }) },
  responses: {
    200: json(EntryVersionContent, "The version"),
    ...problems(versionNotFound, permissionMissing),
  },
});

export default operation(route, (ctx, { params }) =>
  readVersion(ctx, "organization", params.organizationId, params.versionId),
);
