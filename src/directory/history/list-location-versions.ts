import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing } from "../../permissions.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { PageQuery } from "../../platform/http/pagination.ts";
import { problems } from "../../platform/http/problem.ts";
import { LocationPath } from "../get-location.ts";
import { locationNotFound } from "../problems.ts";
import { listVersions } from "./read-versions.ts";
import { EntryVersions } from "./wire.ts";

const route = createRoute({
  operationId: "listLocationVersions",
  method: "get",
  path: "/locations/{locationId}/versions",
  tags: ["Directory"],
  summary: "List the versions of a location",
  description:
    "Every version of the record and of its parts, the newest first: when it was written, by whom, and which fields changed. The history of a deleted one remains.",
  security: needs("directory:read"),
  request: { params: LocationPath, query: PageQuery },
  responses: {
    200: json(EntryVersions, "A page of versions"),
    ...problems(locationNotFound, permissionMissing),
  },
});

export default operation(route, (ctx, { params, query }) =>
  listVersions(ctx, "location", params.locationId, query),
);
