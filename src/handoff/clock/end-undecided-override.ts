import { and, eq, isNull, lte, or } from "drizzle-orm";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { endOverride } from "../overrides/store.ts";
import { overrides } from "../schema.ts";

/** What nobody reviewed, or decided on, by when it was due. */
export const undecidedAt = (now: Date) =>
  and(
    isNull(overrides.endedAt),
    or(
      and(lte(overrides.reviewDueAt, now), isNull(overrides.reviewedAt)),
      and(eq(overrides.disputed, true), lte(overrides.decideBy, now)),
    ),
  );

/** Ends an override that nobody reviewed or decided on in time, with all that rests on it. */
export function endUndecidedOverride(ctx: Context, overrideId: string): Promise<void> {
  return transact(ctx, async (tx) => {
    const now = ctx.now();
    const [override] = await tx
      .select()
      .from(overrides)
      .where(and(eq(overrides.id, overrideId), undecidedAt(now)))
      .for("update", { skipLocked: true });
    if (!override) return;
    const undecided = override.disputed && override.decideBy && override.decideBy <= now;
    await endOverride(tx, ctx, override, undecided ? "undecided" : "unreviewed", {}, now);
  });
}
