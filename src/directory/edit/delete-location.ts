import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { IfMatch, refuseOutdated } from "../../platform/http/entity-tag.ts";
import { operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { LocationDetail, LocationPath, readLocation } from "../get-location.ts";
import { entryDeleted, entryInUse, locationNotFound, notYourEntry } from "../problems.ts";
import { deleteEntry } from "./edit-entry.ts";

const route = createRoute({
  operationId: "deleteLocation",
  method: "delete",
  path: "/locations/{locationId}",
  tags: ["Directory"],
  summary: "Delete a location",
  description:
    "Deletes a place where no service is given any more. From then on it answers 410; its history remains. An import does not bring it back.",
  security: needs("directory:write"),
  request: { params: LocationPath, headers: IfMatch },
  responses: {
    204: { description: "It is deleted" },
    ...problems(locationNotFound, entryDeleted, entryInUse, notYourEntry, permissionMissing),
  },
});

export function deleteLocation(ctx: Context, locationId: string, ifMatch: string): Promise<void> {
  permit(ctx, "directory:write");
  return transact(ctx, (tx) =>
    deleteEntry(tx, ctx, "location", locationId, async () =>
      refuseOutdated(ifMatch, LocationDetail, await readLocation(tx, locationId)),
    ),
  );
}

export default operation(route, async (ctx, { params, ifMatch }) => {
  await deleteLocation(ctx, params.locationId, ifMatch);
  return undefined;
});
