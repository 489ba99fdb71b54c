import { and, eq, isNull } from "drizzle-orm";
import { participants } from "../../identity/index.ts";
import type { Context, Database } from "../../platform/context.ts";
import { webForms } from "../schema.ts";

export async function isFormOpen(tx: Database, ctx: Context): Promise<boolean> {
  const [form] = await tx
    .select({ open: webForms.open })
    .from(webForms)
    .where(eq(webForms.participantId, ctx.actor.participantId));
  return form?.open ?? false;
}

/** Whether a helpline takes requests from everybody: it exists, is not suspended, and opened its form. */
export async function takesRequests(tx: Database, helplineId: string): Promise<boolean> {
  const [found] = await tx
    .select({ id: participants.id })
    .from(participants)
    .innerJoin(webForms, eq(webForms.participantId, participants.id))
    .where(and(eq(participants.id, helplineId), isNull(participants.suspendedAt), eq(webForms.open, true)));
  return found !== undefined;
}
