import { sql } from "drizzle-orm";
import { record } from "../audit/index.ts";
import type { Context, Database } from "../platform/context.ts";
import { rows } from "../platform/database/transact.ts";

/** Whether a participant has no login of any kind, so that others write down what it says on the telephone. */
export async function answersByPhone(tx: Database, participantId: string): Promise<boolean> {
  const [found] = await rows<{ phone: boolean }>(
    tx,
    sql`select handreiking.answers_by_phone(${participantId}::uuid) as phone`,
  );
  return found?.phone ?? false;
}

/** The participant that stands for an organization outside the network, made when first handed over to. */
export async function participantByPhone(
  tx: Database,
  ctx: Context,
  { id: serviceId }: { id: string },
): Promise<string> {
  const newId = ctx.newId();
  const [found] = await rows<{ id: string }>(
    tx,
    sql`select handreiking.participant_by_phone(${serviceId}::uuid, ${newId}::uuid, ${ctx.now().toISOString()}::timestamptz) as id`,
  );
  if (!found) throw new Error("no participant was made");
  if (found.id === newId)
    await record(tx, ctx, {
      action: "participant.admitted",
      subjectId: newId,
      subjectParticipantId: newId,
    });
  return found.id;
}
