import { record } from "../../audit/index.ts";
import type { Context, Database } from "../../platform/context.ts";
import type { AppointmentRow } from "../schema.ts";
import { claimPlanned, endRow } from "./store.ts";

/**
 * An appointment that is held: the conversation that is recorded in the same transaction names it, or nothing of it is
 * kept. Refuses one that has ended. The caller has asked for permission and compares the case.
 */
export async function holdAppointment(tx: Database, ctx: Context, id: string): Promise<AppointmentRow> {
  const row = await claimPlanned(tx, ctx, id);
  const held = await endRow(tx, row, { state: "held", endedAt: ctx.now() });
  await record(tx, ctx, { action: "appointment.held", subjectId: id, caseId: row.caseId ?? undefined });
  return held;
}
