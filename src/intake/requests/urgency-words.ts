import type { Urgency } from "../../handoff/index.ts";
import { urgencyOfSigns } from "./danger/hear-signs.ts";
import { heaviest } from "./danger/weigh.ts";
import { heavy } from "./danger/weights.ts";

/**
 * How urgent words say that it is: by a sign that nobody may miss, or by what the words weigh together. Whoever reads
 * them decides what they mean; a false alarm costs a minute. More words never lower it, and that nothing is found means
 * nothing.
 *
 * One exception: a line of at most three words that calls for help, or names suicide, is acute. The same word within a
 * longer line says less, so words that are added to that very line may lower it. Other lines, before or after, do not.
 */
export function urgencySounded(words: string): Urgency {
  const ofSigns = urgencyOfSigns(words);
  return ofSigns === "acute" ? ofSigns : mostUrgent(ofSigns, urgencyOfWeight(heaviest(words)));
}

export const soundsAcute = (words: string): boolean => urgencySounded(words) === "acute";

const order: readonly Urgency[] = ["normal", "urgent", "acute"];

/** The most urgent of them. */
export const mostUrgent = (...of: readonly Urgency[]): Urgency =>
  of.reduce((most, next) => (order.indexOf(next) > order.indexOf(most) ? next : most), "normal");

function urgencyOfWeight(weight: number): Urgency {
  if (weight >= heavy.acute) return "acute";
  return weight >= heavy.urgent ? "urgent" : "normal";
}
