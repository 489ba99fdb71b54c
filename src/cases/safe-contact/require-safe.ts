import type { Context, Database } from "../../platform/context.ts";
import { fail } from "../../platform/http/problem.ts";
import { introductionUnsafe, safeContactStale } from "../problems.ts";
import { findSafeContact } from "./store.ts";
import { fitsWindows, isStale } from "./windows.ts";

/** Refuses a time at which the caller cannot be reached safely, or a way that was not checked with them lately. */
export async function requireSafe(
  tx: Database,
  ctx: Context,
  caseId: string,
  at: Date,
  now: Date,
): Promise<void> {
  const found = await findSafeContact(tx, ctx, caseId);
  if (!found || isStale(found.row.verifiedAt, now)) return fail(safeContactStale);
  if (!fitsWindows(found.safe.windows, at)) fail(introductionUnsafe);
}
