import { createRoute, z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { presentAppointmentAgain } from "./plan-appointment.ts";
import { appointmentEnded, appointmentNotFound } from "./problems.ts";
import { claimAppointment, endRow, present, reopenRequest } from "./store.ts";
import { Appointment, AppointmentPath, reason } from "./wire.ts";

const Cancellation = z.strictObject({ reason }).openapi("Cancellation");

const route = createRoute({
  operationId: "cancelAppointment",
  method: "post",
  path: "/appointments/{appointmentId}/cancellation",
  tags: ["Planning"],
  summary: "Call an appointment off",
  description:
    "The counsellor's time is free again, and the request is open again: whoever asked to be called back is not forgotten. The same reason again changes nothing.",
  security: needs("planning"),
  request: { params: AppointmentPath, body: json(Cancellation, "Why") },
  responses: {
    200: json(Appointment, "The appointment, called off"),
    ...problems(appointmentNotFound, appointmentEnded, permissionMissing),
  },
});

export function cancelAppointment(
  ctx: Context,
  id: string,
  { reason: endReason }: z.output<typeof Cancellation>,
) {
  permit(ctx, "planning");
  return transact(ctx, async (tx) => {
    const row = await claimAppointment(tx, ctx, id);
    if (row.state === "cancelled" && row.endReason === endReason) return present(tx, ctx, row);
    if (row.state !== "planned") return fail(appointmentEnded);
    const ended = await endRow(tx, row, { state: "cancelled", endedAt: ctx.now(), endReason });
    await reopenRequest(tx, ctx, row);
    const caseId = row.caseId ?? undefined;
    await record(tx, ctx, { action: "appointment.cancelled", subjectId: id, caseId });
    return present(tx, ctx, ended);
  });
}

export default operation(
  route,
  (ctx, { params, body }) => cancelAppointment(ctx, params.appointmentId, body),
  presentAppointmentAgain,
);
