import { createRoute, z } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { counsellorNotFound } from "../availability/problems.ts";
import { freeThen } from "./book.ts";
import { replace } from "./move-appointment.ts";
import { presentAppointmentAgain } from "./plan-appointment.ts";
import { appointmentEnded, appointmentNotFound, bookingProblems } from "./problems.ts";
import { claimPlanned } from "./store.ts";
import {
  Appointment,
  AppointmentPath,
  counsellorId,
  outsideAvailability,
  presentAppointment,
} from "./wire.ts";

const Reassignment = z.strictObject({ counsellorId, outsideAvailability }).openapi("Reassignment");

const route = createRoute({
  operationId: "reassignAppointment",
  method: "post",
  path: "/appointments/{appointmentId}/reassignment",
  tags: ["Planning"],
  summary: "Give an appointment to another counsellor",
  description:
    "At the same time and in the same way, so that the caller notices nothing before it begins. A new appointment takes the place of this one; where the other counsellor is not free, `nextSlots` names who is at that very time.",
  security: needs("planning"),
  request: { params: AppointmentPath, body: json(Reassignment, "To whom") },
  responses: {
    201: json(Appointment, "The appointment in its place"),
    ...bookingProblems(appointmentNotFound, appointmentEnded, counsellorNotFound, permissionMissing),
  },
});

/** What was agreed with the caller stays: neither time nor way is asked for again. */
const asAgreed = { windows: undefined, reaches: () => true, caseId: null };

export function reassignAppointment(ctx: Context, id: string, to: z.output<typeof Reassignment>) {
  permit(ctx, "planning");
  return transact(ctx, async (tx) => {
    const old = await claimPlanned(tx, ctx, id);
    return presentAppointment(ctx, await replace(tx, ctx, old, asAgreed, to, freeThen));
  });
}

export default operation(
  route,
  (ctx, { params, body }) => reassignAppointment(ctx, params.appointmentId, body),
  presentAppointmentAgain,
);
