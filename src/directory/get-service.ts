import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context } from "../platform/context.ts";
import { transact } from "../platform/db.ts";
import { json, operation } from "../platform/operation.ts";
import { fail, problems } from "../platform/problem.ts";
import { serviceNotFound } from "./problems.ts";
import { presentService, Service, ServicePath } from "./service-wire.ts";
import { findService } from "./store.ts";

const route = createRoute({
  operationId: "getService",
  method: "get",
  path: "/services/{serviceId}",
  tags: ["Directory"],
  summary: "Read a service",
  description: "Everything that the directory knows of one service, closed ones included.",
  security: needs("directory:read"),
  request: { params: ServicePath },
  responses: { 200: json(Service, "The service"), ...problems(serviceNotFound, permissionMissing) },
});

export async function getService(ctx: Context, serviceId: string): Promise<Service> {
  permit(ctx, "directory:read");
  const service = await transact(ctx, (tx) => findService(tx, serviceId));
  return presentService(service ?? fail(serviceNotFound), ctx.now());
}

export default operation(route, (ctx, { params }) => getService(ctx, params.serviceId));
