import { inArray } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { enqueue } from "../../deliveries/index.ts";
import type { Context, Database } from "../../platform/context.ts";
import type { ReferralRow } from "../schema.ts";
import { obligations } from "./schema.ts";

/** Which of these referrals left an obligation, met or not. */
export async function listOwing(tx: Database, of: readonly Pick<ReferralRow, "id">[]): Promise<Set<string>> {
  if (of.length === 0) return new Set();
  const ids = of.map(({ id }) => id);
  const owing = await tx
    .select({ id: obligations.referralId })
    .from(obligations)
    .where(inArray(obligations.referralId, ids));
  return new Set(owing.map(({ id }) => id));
}

/** Tells the recipients of completed referrals what they owe since what those rested on was taken back. */
export async function tellRaised(
  tx: Database,
  ctx: Context,
  completed: readonly Pick<ReferralRow, "id" | "caseId" | "offeredAt">[],
): Promise<void> {
  const ids = completed.map(({ id }) => id);
  const raised = ids.length
    ? await tx.select().from(obligations).where(inArray(obligations.referralId, ids))
    : [];
  for (const { referralId, senderId, recipientId, raisedAt } of raised) {
    const referral = completed.find(({ id }) => id === referralId);
    const moveId = ctx.newId();
    const told = { subjectId: referralId, at: raisedAt };
    await record(tx, ctx, { ...told, id: moveId, action: "obligation.raised", caseId: referral?.caseId });
    await enqueue(tx, ctx, {
      ...told,
      type: "obligation.raised",
      moveId,
      referral: { id: referralId, senderId, recipientId, offeredAt: referral?.offeredAt ?? raisedAt },
      only: "recipient",
    });
  }
}
