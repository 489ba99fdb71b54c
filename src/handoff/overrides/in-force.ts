import { holdsAgainst } from "../refusals/refusal.ts";
import type { OverrideRow } from "../schema.ts";

/** An override, and when the caller last refused its recipient. */
export type KnownOverride = OverrideRow & { refusedAt: Date | null };

/**
 * Whether it can carry nothing more, however late the clock that says so: ended, expired, not reviewed in time, or an
 * objection not decided in time.
 */
export const hasRunOut = (
  { endedAt, standsUntil }: Pick<OverrideRow, "endedAt" | "standsUntil">,
  now: Date,
): boolean => endedAt !== null || standsUntil <= now;

/** Whether another member has something to decide on it at `now`: its approval, its review, or the caller's objection. */
export const isUndecided = (override: OverrideRow, now: Date): boolean =>
  !hasRunOut(override, now) &&
  (override.disputed ||
    (override.needsApproval && !override.approvedAt) ||
    (override.reviewDueAt !== null && !override.reviewedAt));

/** Whether an offer may rest on it at `now`. */
export const isInForce = (override: KnownOverride, now: Date): boolean =>
  !hasRunOut(override, now) && holdsAgainst(override, override.refusedAt);
