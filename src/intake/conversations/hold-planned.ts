import { and, eq } from "drizzle-orm";
import type { Context, Database } from "../../platform/context.ts";
import { fail } from "../../platform/http/problem.ts";
import { holdAppointment } from "../appointments/hold-appointment.ts";
import { appointments, callbackRequests } from "../schema.ts";
import { appointmentOfAnother } from "./problems.ts";

/** Holds an appointment that was planned for the case, or for the request that it came from: neither changes again. */
export async function holdPlanned(
  tx: Database,
  ctx: Context,
  appointmentId: string,
  caseId: string,
): Promise<void> {
  const [planned] = await tx
    .select({ caseId: appointments.caseId, requestCaseId: callbackRequests.caseId })
    .from(appointments)
    .leftJoin(callbackRequests, eq(callbackRequests.id, appointments.requestId))
    .where(and(eq(appointments.participantId, ctx.actor.participantId), eq(appointments.id, appointmentId)));
  if (!planned || (planned.caseId !== caseId && planned.requestCaseId !== caseId)) fail(appointmentOfAnother);
  await holdAppointment(tx, ctx, appointmentId);
}
