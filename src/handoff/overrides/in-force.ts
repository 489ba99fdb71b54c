import type { OverrideRow } from "../schema.ts";

/** Whether it acted at once and nobody reviewed it in time: then it has ended, however late the clock that says so. */
export const isUnreviewed = (
  { reviewDueAt, reviewedAt }: Pick<OverrideRow, "reviewDueAt" | "reviewedAt">,
  now: Date,
): boolean => reviewDueAt !== null && reviewedAt === null && reviewDueAt <= now;

/** Whether another member has something to decide on it at `now`: its approval, its review, or the caller's objection. */
export const isUndecided = (
  override: Pick<
    OverrideRow,
    | "needsApproval"
    | "approvedAt"
    | "reviewDueAt"
    | "reviewedAt"
    | "objectedAt"
    | "objectionDecidedAt"
    | "endedAt"
    | "expiresAt"
  >,
  now: Date,
): boolean => {
  if (override.endedAt || override.expiresAt <= now || isUnreviewed(override, now)) return false;
  const unapproved = override.needsApproval && !override.approvedAt;
  const unreviewed = override.reviewDueAt !== null && !override.reviewedAt;
  const objected = override.objectedAt !== null && !override.objectionDecidedAt;
  return unapproved || unreviewed || objected;
};

/** Whether an offer may rest on it at `now`. */
export const isInForce = (
  override: Pick<OverrideRow, "live" | "expiresAt" | "reviewDueAt" | "reviewedAt">,
  now: Date,
): boolean => override.live && override.expiresAt > now && !isUnreviewed(override, now);
