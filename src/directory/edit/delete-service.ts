import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { IfMatch, refuseOutdated } from "../../platform/http/entity-tag.ts";
import { operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { readService } from "../get-service.ts";
import { entryDeleted, notYourEntry, serviceNotFound } from "../problems.ts";
import { Service, ServicePath } from "../service-wire.ts";
import { deleteEntry } from "./edit-entry.ts";

const route = createRoute({
  operationId: "deleteService",
  method: "delete",
  path: "/services/{serviceId}",
  tags: ["Directory"],
  summary: "Delete a service",
  description:
    "Deletes a service: it is found no more and takes no referrals. Referrals to it go on, its history remains, and from then on it answers 410. An import does not bring it back.",
  security: needs("directory:write"),
  request: { params: ServicePath, headers: IfMatch },
  responses: {
    204: { description: "It is deleted" },
    ...problems(serviceNotFound, entryDeleted, notYourEntry, permissionMissing),
  },
});

export function deleteService(ctx: Context, serviceId: string, ifMatch: string): Promise<void> {
  permit(ctx, "directory:write");
  return transact(ctx, (tx) =>
    deleteEntry(tx, ctx, "service", serviceId, async () =>
      refuseOutdated(ifMatch, Service, await readService(tx, serviceId, ctx.now())),
    ),
  );
}

export default operation(route, async (ctx, { params, ifMatch }) => {
  await deleteService(ctx, params.serviceId, ifMatch);
  return undefined;
});
