import { and, eq, isNull, lte } from "drizzle-orm";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/db.ts";
import { endOverride } from "../overrides/store.ts";
import { overrides } from "../schema.ts";

/** Ends an override that acted at once and that nobody reviewed in time, with all that rests on it. */
export function endUnreviewedOverride(ctx: Context, overrideId: string): Promise<void> {
  return transact(ctx, async (tx) => {
    const now = ctx.now();
    const [override] = await tx
      .select()
      .from(overrides)
      .where(
        and(
          eq(overrides.id, overrideId),
          lte(overrides.reviewDueAt, now),
          isNull(overrides.reviewedAt),
          isNull(overrides.endedAt),
        ),
      )
      .for("update", { skipLocked: true });
    if (override) await endOverride(tx, ctx, override, "unreviewed", {}, now);
  });
}
