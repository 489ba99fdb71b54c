import { createRoute, type z } from "@hono/zod-openapi";
import { and, asc, eq, gt, isNull, or, sql } from "drizzle-orm";
import { actingMember, needsAny, permissionMissing, permitAny } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery, pageOf } from "../../platform/http/pagination.ts";
import { problems } from "../../platform/http/problem.ts";
import { covers } from "../schema.ts";
import { LeaveCover, presentCover } from "./wire.ts";

const Covers = pageOf(LeaveCover).openapi("LeaveCovers");

const route = createRoute({
  operationId: "listCovers",
  method: "get",
  path: "/covers",
  tags: ["Cases"],
  summary: "List who stands in for whom",
  description:
    "What stands or is to come, by when it begins: for a counsellor their own leave and what they cover, for a coordinator all of it.",
  security: needsAny("cases", "cases:assign"),
  request: { query: PageQuery },
  responses: { 200: json(Covers, "A page of covers"), ...problems(permissionMissing) },
});

export async function listCovers(
  ctx: Context,
  { pageSize, cursor }: z.output<typeof PageQuery>,
): Promise<z.input<typeof Covers>> {
  permitAny(ctx, "cases", "cases:assign");
  const position = await openCursor(ctx, "covers", "", cursor);
  const { startsAt, id } = covers;
  const after = position && sql`(${startsAt}, ${id}) > (${position[0]}::timestamptz, ${position[1]}::uuid)`;
  const self = actingMember(ctx);
  const theirs = ctx.actor.permissions.has("cases:assign")
    ? undefined
    : or(eq(covers.memberId, self), eq(covers.coveredBy, self));
  const ofParticipant = eq(covers.participantId, ctx.actor.participantId);
  const standing = and(ofParticipant, gt(covers.endsAt, ctx.now()), isNull(covers.endedAt));
  const found = await transact(ctx, (tx) =>
    tx
      .select()
      .from(covers)
      .where(and(standing, theirs, after))
      .orderBy(asc(startsAt), asc(id))
      .limit(pageSize + 1),
  );
  const { rows, ...next } = await cutPage(ctx, "covers", "", pageSize, found, (row) => [
    row.startsAt.toISOString(),
    row.id,
  ]);
  return { items: rows.map(presentCover), ...next };
}

export default operation(route, (ctx, { query }) => listCovers(ctx, query));
