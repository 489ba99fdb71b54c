import { createRoute, z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { beginEdit } from "../edit/begin-edit.ts";
import { findOwnKeeper } from "../keeper.ts";
import { entryDeleted, notYourEntry, serviceNotFound } from "../problems.ts";
import { serviceIntakes } from "../schema.ts";
import { ServicePath } from "../service-wire.ts";
import { availablePlaces, Capacity, presentCapacity, waitingDays } from "./capacity.ts";

const CapacityNow = z
  .strictObject({ availablePlaces: availablePlaces.optional(), waitingDays: waitingDays.optional() })
  .refine((now) => now.availablePlaces !== undefined || now.waitingDays !== undefined, {
    message: "must tell places, waiting days or both",
  })
  .openapi("CapacityNow", {
    description: "How much room there is now; what is left out is unknown",
    example: { availablePlaces: 0, waitingDays: 42 },
  });

const route = createRoute({
  operationId: "tellCapacity",
  method: "put",
  path: "/services/{serviceId}/capacity",
  tags: ["Directory quality"],
  summary: "Tell how much room a service has now",
  description:
    "One call says it all, as often as you like: it replaces what was told before, and counsellors see it with its age from then on. After 30 days it no longer counts and is shown as last told. The HSDS interface shows the places as a `service_capacity`.",
  security: needs("directory:write"),
  request: { params: ServicePath, body: json(CapacityNow, "How much room there is now") },
  responses: {
    200: json(Capacity, "What counsellors now see"),
    ...problems(serviceNotFound, entryDeleted, notYourEntry, permissionMissing),
  },
});

export function tellCapacity(
  ctx: Context,
  serviceId: string,
  told: z.output<typeof CapacityNow>,
): Promise<Capacity> {
  permit(ctx, "directory:write");
  return transact(ctx, async (tx) => {
    const keeper = await findOwnKeeper(tx, ctx, { kind: "service", id: serviceId });
    await beginEdit(tx, ctx);
    const asOf = ctx.now();
    const row = {
      availablePlaces: told.availablePlaces ?? null,
      waitingDays: told.waitingDays ?? null,
      asOf,
      participantId: ctx.actor.participantId,
    };
    await tx
      .insert(serviceIntakes)
      .values({ serviceId, ...row })
      .onConflictDoUpdate({ target: serviceIntakes.serviceId, set: row });
    await record(tx, ctx, {
      action: "capacity.told",
      subjectId: serviceId,
      ...(keeper.participantId && { subjectParticipantId: keeper.participantId }),
      at: asOf,
    });
    return presentCapacity({ ...row, asOf: asOf.toISOString() }, asOf);
  });
}

export default operation(route, (ctx, { params, body }) => tellCapacity(ctx, params.serviceId, body));
