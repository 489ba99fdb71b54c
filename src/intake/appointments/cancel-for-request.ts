import { and, eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import type { Context, Database } from "../../platform/context.ts";
import { appointments } from "../schema.ts";
import { endRow } from "./store.ts";

/** Calls off what is planned for a request that has ended, and did not become a case: the time is free again. */
export async function cancelForRequest(
  tx: Database,
  ctx: Context,
  requestId: string,
  endedAt: Date,
): Promise<void> {
  const planned = await tx
    .select()
    .from(appointments)
    .where(and(eq(appointments.requestId, requestId), eq(appointments.state, "planned")))
    .for("update");
  for (const row of planned) {
    await endRow(tx, row, { state: "cancelled", endedAt, endReason: "reached-otherwise" });
    await record(tx, ctx, { action: "appointment.cancelled", subjectId: row.id, at: endedAt });
  }
}
