import { createRoute, z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { freeThen } from "./book.ts";
import { appointmentNotFound } from "./problems.ts";
import { FreeSlot, presentSlot } from "./slot-wire.ts";
import { holidaysIn } from "./slots.ts";
import { findAppointment } from "./store.ts";
import { AppointmentPath } from "./wire.ts";

const Cover = z
  .object({ items: z.array(FreeSlot).openapi({ description: "Who could take it, at that very time" }) })
  .openapi("Cover");

const route = createRoute({
  operationId: "suggestCover",
  method: "get",
  path: "/appointments/{appointmentId}/cover",
  tags: ["Planning"],
  summary: "Find who could take an appointment over",
  description:
    "The colleagues who work at that time, are free, speak its language and talk in its way. Give it to one of them with reassignAppointment.",
  security: needs("planning"),
  request: { params: AppointmentPath },
  responses: {
    200: json(Cover, "Who could; nobody where it is empty"),
    ...problems(appointmentNotFound, permissionMissing),
  },
});

export function suggestCover(ctx: Context, id: string): Promise<z.input<typeof Cover>> {
  permit(ctx, "planning");
  return transact(ctx, async (tx) => {
    const { counsellorId, startsAt, endsAt, language, channel } = await findAppointment(tx, ctx, id);
    const range = { from: startsAt.getTime(), until: endsAt.getTime() };
    const sought = { range, windows: undefined, holidays: holidaysIn(range), language, channel };
    const free = await freeThen(tx, ctx, sought);
    return { items: free.filter((slot) => slot.counsellorId !== counsellorId).map(presentSlot) };
  });
}

export default operation(route, (ctx, { params }) => suggestCover(ctx, params.appointmentId));
