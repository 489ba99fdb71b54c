import { asc, eq } from "drizzle-orm";
import type { Database } from "../../../platform/context.ts";
import type { OverrideRow } from "../../schema.ts";
import { isUndecided } from "../in-force.ts";
import { overrideRequests } from "./schema.ts";

/** Since when another member has something to decide on it; undefined where there is nothing. */
export function waitingSince(override: OverrideRow, now: Date): Date | undefined {
  if (!isUndecided(override, now)) return undefined;
  const { objectedAt, objectionDecidedAt, madeAt } = override;
  return objectedAt && !objectionDecidedAt ? objectedAt : madeAt;
}

/** Who was asked to decide on it, the oldest request first. */
export const listOverrideRequests = (tx: Database, overrideId: string) =>
  tx
    .select()
    .from(overrideRequests)
    .where(eq(overrideRequests.overrideId, overrideId))
    .orderBy(asc(overrideRequests.askedAt), asc(overrideRequests.id));
