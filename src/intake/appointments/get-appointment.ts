import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { appointmentNotFound } from "./problems.ts";
import { findAppointment, present } from "./store.ts";
import { Appointment, AppointmentPath } from "./wire.ts";

const route = createRoute({
  operationId: "getAppointment",
  method: "get",
  path: "/appointments/{appointmentId}",
  tags: ["Planning"],
  summary: "Read an appointment",
  description: "When, with which counsellor and what became of it; who the caller is stands elsewhere.",
  security: needs("planning"),
  request: { params: AppointmentPath },
  responses: {
    200: json(Appointment, "The appointment"),
    ...problems(appointmentNotFound, permissionMissing),
  },
});

export function getAppointment(ctx: Context, id: string) {
  permit(ctx, "planning");
  return transact(ctx, async (tx) => present(tx, ctx, await findAppointment(tx, ctx, id)));
}

export default operation(route, (ctx, { params }) => getAppointment(ctx, params.appointmentId));
