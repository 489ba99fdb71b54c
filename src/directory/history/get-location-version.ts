import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing } from "../../permissions.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { LocationPath } from "../get-location.ts";
import { versionNotFound } from "../problems.ts";
import { readVersion } from "./read-versions.ts";
import { EntryVersionContent, versionId } from "./wire.ts";

const route = createRoute({
  operationId: "getLocationVersion",
  method: "get",
  path: "/locations/{locationId}/versions/{versionId}",
  tags: ["Directory"],
  summary: "Read a version of a location",
  description:
    "One version of the record or of a part of it, with what stood in it. Where a confidential place is, or was, is told to its own organization only.",
  security: needs("directory:read"),
  request: { params: LocationPath.extend({ versionId }) },
  responses: {
    200: json(EntryVersionContent, "The version"),
    ...problems(versionNotFound, permissionMissing),
  },
});

export default operation(route, (ctx, { params }) =>
  readVersion(ctx, "location", params.locationId, params.versionId),
);
