import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context, Database } from "../platform/context.ts";
import { transact } from "../platform/database/transact.ts";
import { operation, tagged } from "../platform/http/operation.ts";
import { problems } from "../platform/http/problem.ts";
import { failMissing, findEntry } from "./edit/entry.ts";
import { entryDeleted, serviceNotFound } from "./problems.ts";
import { presentService, Service, ServicePath } from "./service-wire.ts";
import { findService } from "./store.ts";

const route = createRoute({
  operationId: "getService",
  method: "get",
  path: "/services/{serviceId}",
  tags: ["Directory"],
  summary: "Read a service",
  description:
    "Everything that the directory knows of one service, closed ones included. `entry` is the record as it is edited; the ETag is what an edit names.",
  security: needs("directory:read"),
  request: { params: ServicePath },
  responses: {
    200: tagged(Service, "The service"),
    ...problems(serviceNotFound, entryDeleted, permissionMissing),
  },
});

export function getService(ctx: Context, serviceId: string): Promise<Service> {
  permit(ctx, "directory:read");
  return transact(ctx, (tx) => readService(tx, serviceId, ctx.now()));
}

/** A service as it is shown, at `now`, to everybody who may read the directory. */
export async function readService(tx: Database, serviceId: string, now: Date): Promise<Service> {
  const [service, entry] = await Promise.all([
    findService(tx, serviceId),
    findEntry(tx, "service", serviceId),
  ]);
  return service && entry ? presentService(service, entry, now) : failMissing(tx, "service", serviceId);
}

export default operation(route, (ctx, { params }) => getService(ctx, params.serviceId));
