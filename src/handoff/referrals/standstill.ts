import type { Deadline } from "./deadlines.ts";
import type { ReferralState } from "./referral.ts";

/** A time in which a participant could not act; it lasts while `readmittedAt` is null. */
export interface Suspension {
  suspendedAt: Date;
  readmittedAt: Date | null;
}

interface Counted {
  state: ReferralState;
  offeredAt: Date | null;
  acceptedAt: Date | null;
  introductionAt: Date | null;
}

/** Since when the deadline counts that the recipient has a part in; undefined where it has none. */
export function countedFrom({ state, offeredAt, acceptedAt, introductionAt }: Counted): Date | undefined {
  if (state === "offered" || state === "acknowledged") return offeredAt ?? undefined;
  if (state === "accepted") return acceptedAt ?? undefined;
  return state === "scheduled" ? (introductionAt ?? undefined) : undefined;
}

export const isSuspended = (suspensions: readonly Suspension[]): boolean =>
  suspensions.some(({ readmittedAt }) => readmittedAt === null);

const later = (one: Date, other: Date) => (one > other ? one : other);

/** When what is due counts from, and for whom: as read for a list. */
export function dueGivenBack(dueAt: Date, from: Date | null, suspensions: readonly Suspension[]): Date {
  return (from && givenBack(dueAt, from, suspensions)) ?? dueAt;
}

/** `time` with what was suspended between `from` and it given back; null while it is suspended before it came. */
function givenBack(time: Date | null, from: Date, suspensions: readonly Suspension[]): Date | null {
  if (!time) return null;
  let comes = time.getTime();
  for (const { suspendedAt, readmittedAt } of suspensions) {
    if (suspendedAt.getTime() >= comes) break;
    if (!readmittedAt) return null;
    comes += Math.max(0, readmittedAt.getTime() - later(suspendedAt, from).getTime());
  }
  return new Date(comes);
}

/**
 * A deadline as it stands for a recipient that was suspended meanwhile: the time is given back, and while it is
 * suspended nothing more comes due. `suspensions`: the oldest first.
 */
export function standing(
  deadline: Deadline,
  referral: Counted,
  suspensions: readonly Suspension[],
): Deadline {
  const from = countedFrom(referral);
  if (!from || suspensions.length === 0) return deadline;
  const given = (time: Date | null) => givenBack(time, from, suspensions);
  return {
    dueAt: given(deadline.dueAt),
    nudgeAt: given(deadline.nudgeAt),
    overdueAt: given(deadline.overdueAt),
    lapseAt: given(deadline.lapseAt),
  };
}
