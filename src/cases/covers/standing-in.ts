import { and, eq, gt, isNull, lte } from "drizzle-orm";
import { actingMember } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { covers } from "../schema.ts";

/** The colleagues on leave in whose place the acting member stands now. */
export async function listCovered(tx: Database, ctx: Context): Promise<string[]> {
  const now = ctx.now();
  const found = await tx
    .selectDistinct({ memberId: covers.memberId })
    .from(covers)
    .where(
      and(
        eq(covers.coveredBy, actingMember(ctx)),
        lte(covers.startsAt, now),
        gt(covers.endsAt, now),
        isNull(covers.endedAt),
      ),
    );
  return found.map(({ memberId }) => memberId);
}
