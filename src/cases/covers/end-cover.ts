import { createRoute } from "@hono/zod-openapi";
import { and, eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { actingMember, needsAny, permissionMissing, permitAny } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { coverNotFound, coverNotYours } from "../problems.ts";
import { covers } from "../schema.ts";
import { CoverPath, LeaveCover, presentCover } from "./wire.ts";

const route = createRoute({
  operationId: "endCover",
  method: "post",
  path: "/covers/{coverId}/end",
  tags: ["Cases"],
  summary: "End a cover early",
  description:
    "From this moment the colleague reads nothing more in the other's place. Either of the two ends it, or a coordinator. Once more changes nothing.",
  security: needsAny("cases", "cases:assign"),
  request: { params: CoverPath },
  responses: {
    200: json(LeaveCover, "The cover"),
    ...problems(coverNotFound, permissionMissing, coverNotYours),
  },
});

export function endCover(ctx: Context, coverId: string): Promise<LeaveCover> {
  permitAny(ctx, "cases", "cases:assign");
  const self = actingMember(ctx);
  return transact(ctx, async (tx) => {
    const [row] = await tx
      .select()
      .from(covers)
      .where(and(eq(covers.participantId, ctx.actor.participantId), eq(covers.id, coverId)))
      .for("update");
    if (!row) return fail(coverNotFound);
    const theirs = [row.memberId, row.coveredBy].includes(self);
    if (!theirs && !ctx.actor.permissions.has("cases:assign")) fail(coverNotYours);
    if (row.endedAt || row.endsAt <= ctx.now()) return presentCover(row);
    const ended = { endedAt: ctx.now() };
    await tx.update(covers).set(ended).where(eq(covers.id, row.id));
    await record(tx, ctx, { action: "cover.ended", subjectId: row.id, at: ended.endedAt });
    return presentCover({ ...row, ...ended });
  });
}

export default operation(route, (ctx, { params }) => endCover(ctx, params.coverId), endCover);
