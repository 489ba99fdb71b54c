import type { DataCategory } from "../../cases/index.ts";
import { specialCategories } from "../codes.ts";
import type { OverrideRow } from "../schema.ts";

type Stood = Pick<OverrideRow, "needsApproval" | "approvedAt" | "objectionDecidedAt" | "disputed">;

/**
 * Whether an override holds against what the caller said of this recipient: they never refused, or a second person
 * stood for it since they last did, by approving it or by overruling the objection to it.
 */
export function holdsAgainst(override: Stood, refusedAt: Date | null): boolean {
  const { needsApproval, approvedAt, objectionDecidedAt, disputed } = override;
  if (disputed || (needsApproval && !approvedAt)) return false;
  if (!refusedAt) return true;
  return [approvedAt, objectionDecidedAt].some((stoodAt) => stoodAt !== null && stoodAt >= refusedAt);
}

type Told = Pick<OverrideRow, "ground" | "whose"> & { categories: readonly DataCategory[] };

/**
 * Whether a capable caller's no excludes it: a vital interest then is no ground for special data, unless the caller
 * cannot consent or it is another's life. GDPR, article 9(2)(c).
 */
export const isExcluded = ({ ground, whose, categories }: Told, refusedAt: Date | null): boolean =>
  refusedAt !== null &&
  ground === "vital-interest" &&
  whose === null &&
  categories.some((category) => (specialCategories as readonly string[]).includes(category));
