import { createRoute } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { appointments } from "../schema.ts";
import { presentAppointmentAgain } from "./plan-appointment.ts";
import { appointmentNotFound, notMissed } from "./problems.ts";
import { claimAppointment, present } from "./store.ts";
import { Appointment, AppointmentPath } from "./wire.ts";

const route = createRoute({
  operationId: "settleMissedAppointment",
  method: "post",
  path: "/appointments/{appointmentId}/settlement",
  tags: ["Planning"],
  summary: "Decide that a missed appointment needs nothing more",
  description:
    "After the last attempt somebody decides: plan another one, end the request, or let it be. The first two settle it by themselves; this says the third, and its request stays open for whoever takes it.",
  security: needs("planning"),
  request: { params: AppointmentPath },
  responses: {
    200: json(Appointment, "The appointment, settled"),
    ...problems(appointmentNotFound, notMissed, permissionMissing),
  },
});

export function settleMissedAppointment(ctx: Context, id: string) {
  permit(ctx, "planning");
  return transact(ctx, async (tx) => {
    const row = await claimAppointment(tx, ctx, id);
    if (row.state !== "missed") return fail(notMissed);
    if (row.settledAt) return present(tx, ctx, row);
    const settledAt = ctx.now();
    await tx.update(appointments).set({ settledAt }).where(eq(appointments.id, id));
    await record(tx, ctx, { action: "appointment.settled", subjectId: id, caseId: row.caseId ?? undefined });
    return present(tx, ctx, { ...row, settledAt });
  });
}

export default operation(
  route,
  (ctx, { params }) => settleMissedAppointment(ctx, params.appointmentId),
  presentAppointmentAgain,
);
