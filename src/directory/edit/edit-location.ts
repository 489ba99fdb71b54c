import { createRoute, type z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { IfMatch, refuseOutdated } from "../../platform/http/entity-tag.ts";
import { mergePatch, operation, tagged } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { LocationDetail, LocationPath, readLocation } from "../get-location.ts";
import { entryDeleted, locationNotFound, notYourEntry } from "../problems.ts";
import { editEntry } from "./edit-entry.ts";
import { LocationPatch } from "./wire.ts";

const route = createRoute({
  operationId: "editLocation",
  method: "patch",
  path: "/locations/{locationId}",
  tags: ["Directory"],
  summary: "Edit a location",
  description:
    "Changes what the patch names of `entry`, and nothing else. It is done by the participant that answers for the organization, or by the network's coordinators, on the version that If-Match names.",
  security: needs("directory:write"),
  request: { params: LocationPath, headers: IfMatch, body: mergePatch(LocationPatch, "What is to change") },
  responses: {
    200: tagged(LocationDetail, "The location as it is now"),
    ...problems(locationNotFound, entryDeleted, notYourEntry, permissionMissing),
  },
});

export function editLocation(
  ctx: Context,
  locationId: string,
  patch: z.output<typeof LocationPatch>,
  ifMatch: string,
): Promise<z.input<typeof LocationDetail>> {
  permit(ctx, "directory:write");
  return transact(ctx, async (tx) => {
    await editEntry(tx, ctx, "location", locationId, patch, async () =>
      refuseOutdated(ifMatch, LocationDetail, await readLocation(tx, locationId)),
    );
    return readLocation(tx, locationId);
  });
}

export default operation(route, (ctx, { params, body, ifMatch }) =>
  editLocation(ctx, params.locationId, body, ifMatch),
);
