import { and, eq, isNull, lte } from "drizzle-orm";
import { caseOf, record } from "../../audit/index.ts";
import { enqueue } from "../../deliveries/index.ts";
import { workingDaysLater } from "../../platform/calendar.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { obligations } from "../obligations/schema.ts";
import { beatOf } from "../referrals/apart.ts";

/** Working days between one asking and the next. */
const askAgainAfter = 3;

/** Asks a recipient once more for what it owes; from the second time in vain on, the privacy officer has it too. */
export function chaseObligation(ctx: Context, referralId: string): Promise<void> {
  return transact(ctx, async (tx) => {
    const now = ctx.now();
    const [obligation] = await tx
      .select()
      .from(obligations)
      .where(
        and(eq(obligations.referralId, referralId), lte(obligations.dueAt, now), isNull(obligations.endedAt)),
      )
      .for("update", { skipLocked: true });
    if (!obligation) return;
    const at = beatOf(obligation.dueAt, now);
    await tx
      .update(obligations)
      .set({ chases: obligation.chases + 1, dueAt: workingDaysLater(at, askAgainAfter) })
      .where(eq(obligations.referralId, referralId));
    const caseId = await caseOf(tx, referralId);
    await record(tx, ctx, { action: "obligation.chased", subjectId: referralId, caseId, at });
    await enqueue(tx, ctx, {
      type: "obligation.chased",
      subjectId: referralId,
      referral: { ...obligation, id: referralId, offeredAt: obligation.raisedAt },
      at,
    });
  });
}
