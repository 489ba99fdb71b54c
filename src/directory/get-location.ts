import { createRoute, z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context, Database } from "../platform/context.ts";
import { transact } from "../platform/database/transact.ts";
import { operation, tagged } from "../platform/http/operation.ts";
import { problems } from "../platform/http/problem.ts";
import { Id } from "../platform/text/text.ts";
import { failMissing, findEntry } from "./edit/entry.ts";
import { LocationEntry } from "./edit/wire.ts";
import { entryDeleted, locationNotFound } from "./problems.ts";

const locationId = Id.openapi({
  description: "The location",
  example: "4d1f0c55-0a3a-5f08-9f2f-7f4a5f7a1c3e",
});
export const LocationPath = z.object({ locationId });

export const LocationDetail = z
  .object({ id: locationId, entry: LocationEntry })
  .openapi("LocationDetail", { description: "A place of the directory, with the record as it is edited" });
export type LocationDetail = z.input<typeof LocationDetail>;

const route = createRoute({
  operationId: "getLocation",
  method: "get",
  path: "/locations/{locationId}",
  tags: ["Directory"],
  summary: "Read a location",
  description:
    "One place of the directory. Coordinates and addresses of a confidential one are shown to its own organization only. The ETag is what an edit names.",
  security: needs("directory:read"),
  request: { params: LocationPath },
  responses: {
    200: tagged(LocationDetail, "The location"),
    ...problems(locationNotFound, entryDeleted, permissionMissing),
  },
});

export function getLocation(ctx: Context, id: string): Promise<LocationDetail> {
  permit(ctx, "directory:read");
  return transact(ctx, (tx) => readLocation(tx, id));
}

/** A location as the actor's participant is shown it. */
export async function readLocation(tx: Database, id: string): Promise<LocationDetail> {
  const entry = await findEntry(tx, "location", id);
  return entry ? { id: entry.id, entry } : failMissing(tx, "location", id);
}

export default operation(route, (ctx, { params }) => getLocation(ctx, params.locationId));
