import { dayOf, startOfDay, workingDaysLater } from "../../platform/calendar.ts";
import type { DangerSign } from "../codes.ts";

/** Signs that somebody may be killed or badly hurt soon. */
const acuteSigns: ReadonlySet<DangerSign> = new Set([
  "weapon",
  "threat-to-life",
  "strangulation",
  "suicidal",
  "child-in-danger",
  "locked-up",
]);

export const isAcute = (signs: readonly DangerSign[]): boolean => signs.some((sign) => acuteSigns.has(sign));

/** Until when the steps are to be gone through: the same day where it is acute, else the next working day; none without signs. */
export function stepsDueAt(signs: readonly DangerSign[], now: Date): Date | null {
  if (signs.length === 0) return null;
  return startOfDay(dayOf(isAcute(signs) ? now : workingDaysLater(now, 1)), { days: 1 });
}
