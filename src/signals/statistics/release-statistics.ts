import { createRoute, z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { enqueue } from "../../deliveries/index.ts";
import { needs, permissionMissing, permit, personOf } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { statisticsElsewhere, statisticsNotSafe, yearNotClosed } from "../problems.ts";
import { statisticsReleases } from "../schema.ts";
import { findRelease, makeYear } from "./store.ts";
import { presentStatistics, ReleasedStatistics } from "./wire.ts";

const NewRelease = z
  .strictObject({
    year: z.int().min(2000).max(2100).openapi({
      description: "A year of the network's calendar that is over",
      example: 2025,
    }),
  })
  .openapi("NewStatisticsRelease");

const route = createRoute({
  operationId: "releaseStatistics",
  method: "post",
  path: "/statistics-releases",
  tags: ["Statistics"],
  summary: "Release the figures of a year",
  description:
    "Counts a closed year of your own helpline, withholds what is less than ten and what that could be computed from, tries itself to compute it with all earlier releases of the year at hand, and refuses if it can. What is released is signed and never changes; releasing the year again is a correction, which withholds every figure that changed by less than ten.",
  security: needs("statistics"),
  request: { body: json(NewRelease, "Which year") },
  responses: {
    201: json(ReleasedStatistics, "The release"),
    ...problems(permissionMissing, yearNotClosed, statisticsNotSafe, statisticsElsewhere),
  },
});

export function releaseStatistics(ctx: Context, year: number): Promise<ReleasedStatistics> {
  permit(ctx, "statistics");
  return transact(ctx, async (tx) => {
    const { tables, counts, earlier } = await makeYear(tx, ctx, year);
    const [id, releasedAt] = [ctx.newId(), ctx.now()];
    const { participantId } = ctx.actor;
    const number = (earlier.at(-1)?.number ?? 0) + 1;
    const statement = await ctx.signing.sign("statistics-release+jwt", {
      jti: id,
      sub: participantId,
      iat: Math.floor(releasedAt.getTime() / 1000),
      year,
      number,
      tables,
    });
    const releasedBy = personOf(ctx.actor) ?? null;
    const row = { id, participantId, year, number, releasedBy, releasedAt, tables, counts, statement };
    await tx.insert(statisticsReleases).values(row);
    await record(tx, ctx, { action: "statistics.released", subjectId: id, at: releasedAt });
    await enqueue(tx, ctx, { type: "statistics.released", subjectId: id, at: releasedAt });
    return presentStatistics(row);
  });
}

function presentAgain(ctx: Context, releaseId: string): Promise<ReleasedStatistics> {
  permit(ctx, "statistics");
  return transact(ctx, async (tx) => presentStatistics(await findRelease(tx, ctx, releaseId)));
}

export default operation(route, (ctx, { body }) => releaseStatistics(ctx, body.year), presentAgain);
