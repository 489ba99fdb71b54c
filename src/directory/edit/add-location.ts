import { createRoute, type z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation, tagged } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { getLocation, LocationDetail, readLocation } from "../get-location.ts";
import { entryDeleted, notYourEntry, organizationNotFound } from "../problems.ts";
import { addEntry } from "./edit-entry.ts";
import { NewLocation } from "./wire.ts";

const route = createRoute({
  operationId: "addLocation",
  method: "post",
  path: "/locations",
  tags: ["Directory"],
  summary: "Add a location",
  description:
    "Adds a place to an organization that your participant answers for. A service is given there once its own `locations` name it.",
  security: needs("directory:write"),
  request: { body: json(NewLocation, "What the directory is to say of it") },
  responses: {
    201: tagged(LocationDetail, "The location"),
    ...problems(organizationNotFound, entryDeleted, notYourEntry, permissionMissing),
  },
});

export function addLocation(
  ctx: Context,
  input: z.output<typeof NewLocation>,
): Promise<z.input<typeof LocationDetail>> {
  permit(ctx, "directory:write");
  return transact(ctx, async (tx) => readLocation(tx, await addEntry(tx, ctx, "location", input)));
}

export default operation(route, (ctx, { body }) => addLocation(ctx, body), getLocation);
