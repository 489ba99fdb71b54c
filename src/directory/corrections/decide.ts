import { eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { enqueue } from "../../deliveries/index.ts";
import type { Context, Database } from "../../platform/context.ts";
import { corrections } from "../schema.ts";
import type { CorrectionRow } from "./store.ts";

type Decision =
  | { state: "accepted"; refusalReason?: never }
  | { state: "refused"; refusalReason: NonNullable<CorrectionRow["refusalReason"]> };

/** Writes the decision on a claimed correction, with its audit entry and the proposer's event. */
export async function decide(
  tx: Database,
  ctx: Context,
  correction: CorrectionRow,
  { state, refusalReason }: Decision,
): Promise<CorrectionRow> {
  const decision = {
    state,
    decidedBy: ctx.actor.participantId,
    decidedAt: ctx.now(),
    refusalReason: refusalReason ?? null,
  };
  await tx.update(corrections).set(decision).where(eq(corrections.id, correction.id));
  await record(tx, ctx, {
    action: `correction.${state}`,
    subjectId: correction.id,
    subjectParticipantId: correction.participantId,
    at: decision.decidedAt,
  });
  await enqueue(tx, ctx, {
    type: `correction.${state}`,
    subjectId: correction.id,
    feeds: [correction.participantId],
    at: decision.decidedAt,
  });
  return { ...correction, ...decision };
}
