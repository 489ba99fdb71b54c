/** What the order looks at. */
export interface Pressing {
  kind: string;
  subjectId: string;
  dueAt: Date;
  since?: Date;
  acute?: boolean;
}

const hour = 3_600_000;
/** What is allowed where nobody says since when it is theirs. */
const usualTime = 24 * hour;

/** How late it is, in the times that were given for it; 0 for what is not late. An hour is the least that is given. */
export function lateness({ dueAt, since }: Pressing, now: Date): number {
  const late = now.getTime() - dueAt.getTime();
  if (late <= 0) return 0;
  const given = since ? dueAt.getTime() - since.getTime() : usualTime;
  return late / Math.max(given, hour);
}

const byName = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/**
 * The one order of urgency: where somebody may be in danger; then what is late, the latest measured by the time that
 * was given for it; then what is due first. Of what is alike kind and id decide, so that the order is always the same.
 */
export const pressesMore =
  (now: Date) =>
  (one: Pressing, other: Pressing): number =>
    Number(other.acute === true) - Number(one.acute === true) ||
    lateness(other, now) - lateness(one, now) ||
    one.dueAt.getTime() - other.dueAt.getTime() ||
    byName(one.kind, other.kind) ||
    byName(one.subjectId, other.subjectId);
