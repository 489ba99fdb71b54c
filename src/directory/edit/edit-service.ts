import { createRoute, type z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { IfMatch, refuseOutdated } from "../../platform/http/entity-tag.ts";
import { mergePatch, operation, tagged } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { readService } from "../get-service.ts";
import { entryDeleted, notYourEntry, serviceNotFound } from "../problems.ts";
import { Service, ServicePath } from "../service-wire.ts";
import { editEntry } from "./edit-entry.ts";
import { ServicePatch } from "./wire.ts";

const route = createRoute({
  operationId: "editService",
  method: "patch",
  path: "/services/{serviceId}",
  tags: ["Directory"],
  summary: "Edit a service",
  description:
    "Changes what the patch names of `entry`, and nothing else. It is done by the participant that answers for the organization, or by the network's coordinators, on the version that If-Match names.",
  security: needs("directory:write"),
  request: { params: ServicePath, headers: IfMatch, body: mergePatch(ServicePatch, "What is to change") },
  responses: {
    200: tagged(Service, "The service as it is now"),
    ...problems(serviceNotFound, entryDeleted, notYourEntry, permissionMissing),
  },
});

export function editService(
  ctx: Context,
  serviceId: string,
  patch: z.output<typeof ServicePatch>,
  ifMatch: string,
): Promise<z.input<typeof Service>> {
  permit(ctx, "directory:write");
  return transact(ctx, async (tx) => {
    await editEntry(tx, ctx, "service", serviceId, patch, async () =>
      refuseOutdated(ifMatch, Service, await readService(tx, serviceId, ctx.now())),
    );
    return readService(tx, serviceId, ctx.now());
  });
}

export default operation(route, (ctx, { params, body, ifMatch }) =>
  editService(ctx, params.serviceId, body, ifMatch),
);
