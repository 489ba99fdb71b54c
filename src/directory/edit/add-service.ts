import { createRoute, type z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation, tagged } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { getService, readService } from "../get-service.ts";
import { entryDeleted, notYourEntry, organizationNotFound } from "../problems.ts";
import { Service } from "../service-wire.ts";
import { addEntry } from "./edit-entry.ts";
import { NewService } from "./wire.ts";

const route = createRoute({
  operationId: "addService",
  method: "post",
  path: "/services",
  tags: ["Directory"],
  summary: "Add a service",
  description: "Adds a service to an organization that your participant answers for.",
  security: needs("directory:write"),
  request: { body: json(NewService, "What the directory is to say of it") },
  responses: {
    201: tagged(Service, "The service"),
    ...problems(organizationNotFound, entryDeleted, notYourEntry, permissionMissing),
  },
});

export function addService(
  ctx: Context,
  input: z.output<typeof NewService>,
): Promise<z.input<typeof Service>> {
  permit(ctx, "directory:write");
  return transact(ctx, async (tx) => readService(tx, await addEntry(tx, ctx, "service", input), ctx.now()));
}

export default operation(route, (ctx, { body }) => addService(ctx, body), getService);
