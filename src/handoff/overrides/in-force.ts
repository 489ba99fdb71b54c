import type { OverrideRow } from "../schema.ts";

/** Whether it acted at once and nobody reviewed it in time: then it has ended, however late the clock that says so. */
export const isUnreviewed = (
  { reviewDueAt, reviewedAt }: Pick<OverrideRow, "reviewDueAt" | "reviewedAt">,
  now: Date,
): boolean => reviewDueAt !== null && reviewedAt === null && reviewDueAt <= now;

/** Whether an offer may rest on it at `now`. */
export const isInForce = (
  override: Pick<OverrideRow, "live" | "expiresAt" | "reviewDueAt" | "reviewedAt">,
  now: Date,
): boolean => override.live && override.expiresAt > now && !isUnreviewed(override, now);
