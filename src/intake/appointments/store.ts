import { and, asc, eq, inArray } from "drizzle-orm";
import type { Context, Database } from "../../platform/context.ts";
import { fail } from "../../platform/http/problem.ts";
import { claimRequest, markOpen } from "../requests/store.ts";
import { type AppointmentRow, appointments, contactAttempts } from "../schema.ts";
import { appointmentEnded, appointmentNotFound } from "./problems.ts";
import { presentAppointment } from "./wire.ts";

const ownedBy = (ctx: Context, appointmentId: string) =>
  and(eq(appointments.participantId, ctx.actor.participantId), eq(appointments.id, appointmentId));

/** An appointment of the actor's helpline. */
export async function findAppointment(tx: Database, ctx: Context, id: string): Promise<AppointmentRow> {
  const [row] = await tx.select().from(appointments).where(ownedBy(ctx, id));
  return row ?? fail(appointmentNotFound);
}

/** The same, locked: it stays as it is until the transaction ends. Also one that has ended. */
export async function claimAppointment(tx: Database, ctx: Context, id: string): Promise<AppointmentRow> {
  const [row] = await tx.select().from(appointments).where(ownedBy(ctx, id)).for("update");
  return row ?? fail(appointmentNotFound);
}

/** The same, of one that is still planned. */
export async function claimPlanned(tx: Database, ctx: Context, id: string): Promise<AppointmentRow> {
  const row = await claimAppointment(tx, ctx, id);
  return row.state === "planned" ? row : fail(appointmentEnded);
}

export const listAttempts = (tx: Database, appointmentIds: readonly string[]) =>
  tx
    .select()
    .from(contactAttempts)
    .where(inArray(contactAttempts.appointmentId, [...appointmentIds]))
    .orderBy(asc(contactAttempts.number));

/** Ends a planned appointment. `row`: locked. */
export async function endRow(
  tx: Database,
  row: AppointmentRow,
  end: Pick<AppointmentRow, "state"> & { endedAt: Date; endReason?: AppointmentRow["endReason"] },
): Promise<AppointmentRow> {
  const ended = { state: end.state, endedAt: end.endedAt, endReason: end.endReason ?? null };
  await tx.update(appointments).set(ended).where(eq(appointments.id, row.id));
  return { ...row, ...ended };
}

/** Gives the request back to whoever plans, now that no appointment stands for it. */
export async function reopenRequest(tx: Database, ctx: Context, { requestId }: AppointmentRow) {
  if (!requestId) return;
  const request = await claimRequest(tx, ctx, requestId);
  if (request.state === "planned") await markOpen(tx, request);
}

/** What is shown of one appointment. */
export const present = async (tx: Database, ctx: Context, row: AppointmentRow) =>
  presentAppointment(ctx, row, await listAttempts(tx, [row.id]));
