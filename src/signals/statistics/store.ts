import { and, asc, desc, eq, sql } from "drizzle-orm";
import { startOfDay } from "../../platform/calendar.ts";
import type { Context, Database } from "../../platform/context.ts";
import type { Position } from "../../platform/http/pagination.ts";
import { fail } from "../../platform/http/problem.ts";
import { releaseNotFound, statisticsNotSafe, yearNotClosed } from "../problems.ts";
import { type ReleaseRow, statisticsReleases } from "../schema.ts";
import { type Made, makeTables } from "./make-tables.ts";
import { loadSolver } from "./solver.ts";
import { countYear } from "./sources.ts";

const own = (ctx: Context) => eq(statisticsReleases.participantId, ctx.actor.participantId);

/** The protected figures of a closed year as it stands now; refuses what would not be safe, by the table's name alone. */
export async function makeYear(
  tx: Database,
  ctx: Context,
  year: number,
): Promise<Made & { earlier: readonly ReleaseRow[] }> {
  const [start, end] = [startOfDay(`${year}-01-01`), startOfDay(`${year + 1}-01-01`)];
  if (ctx.now() < end) fail(yearNotClosed);
  const solver = await loadSolver();
  const earlier = await tx
    .select()
    .from(statisticsReleases)
    .where(and(own(ctx), eq(statisticsReleases.year, year)))
    .orderBy(asc(statisticsReleases.number));
  const made = makeTables(solver, await countYear(tx, ctx, start, end), earlier);
  const [unsafe] = made.unkept;
  if (unsafe)
    fail(statisticsNotSafe, {
      detail: `Nothing was released. A figure of fewer than ten could be computed in the table ${unsafe.table}.`,
    });
  return { ...made, earlier };
}

export async function findRelease(tx: Database, ctx: Context, releaseId: string): Promise<ReleaseRow> {
  const [found] = await tx
    .select()
    .from(statisticsReleases)
    .where(and(own(ctx), eq(statisticsReleases.id, releaseId)));
  return found ?? fail(releaseNotFound);
}

export const listReleaseRows = (tx: Database, ctx: Context, position: Position | undefined, limit: number) =>
  tx
    .select({
      id: statisticsReleases.id,
      year: statisticsReleases.year,
      number: statisticsReleases.number,
      releasedBy: statisticsReleases.releasedBy,
      releasedAt: statisticsReleases.releasedAt,
    })
    .from(statisticsReleases)
    .where(
      and(
        own(ctx),
        position &&
          sql`(${statisticsReleases.year}, ${statisticsReleases.number}) < (${position[0]}::int, ${position[1]}::int)`,
      ),
    )
    .orderBy(desc(statisticsReleases.year), desc(statisticsReleases.number))
    .limit(limit);
