import { requireSafe } from "../../cases/index.ts";
import { calendarLater } from "../../platform/calendar.ts";
import type { Context, Database } from "../../platform/context.ts";
import { fail } from "../../platform/http/problem.ts";
import { introductionTooLate } from "../problems.ts";
import type { ReferralRow } from "../schema.ts";

/** The time for an introduction, if it lies ahead and the caller can be reached safely then. */
export async function requireFixable(
  tx: Database,
  ctx: Context,
  referral: ReferralRow,
  time: string,
  now: Date,
): Promise<Date> {
  const at = new Date(time);
  if (at < now || at > calendarLater(now, { days: 60 })) fail(introductionTooLate);
  await requireSafe(tx, ctx, referral.caseId, at, now);
  return at;
}
