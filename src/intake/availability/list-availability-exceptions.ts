import { createRoute, type z } from "@hono/zod-openapi";
import { and, asc, eq, gt, sql } from "drizzle-orm";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery, pageOf } from "../../platform/http/pagination.ts";
import { problems } from "../../platform/http/problem.ts";
import { availabilityExceptions } from "../schema.ts";
import { requireCounsellor } from "./counsellors.ts";
import { counsellorNotFound } from "./problems.ts";
import { AvailabilityException, CounsellorPath, presentException } from "./wire.ts";

const Exceptions = pageOf(AvailabilityException).openapi("AvailabilityExceptions");

const route = createRoute({
  operationId: "listAvailabilityExceptions",
  method: "get",
  path: "/counsellors/{counsellorId}/availability-exceptions",
  tags: ["Planning"],
  summary: "List when a counsellor works otherwise",
  description: "What has not passed yet, the earliest first: time off, leave, and time worked besides.",
  security: needs("planning"),
  request: { params: CounsellorPath, query: PageQuery },
  responses: {
    200: json(Exceptions, "A page of exceptions"),
    ...problems(counsellorNotFound, permissionMissing),
  },
});

export async function listAvailabilityExceptions(
  ctx: Context,
  counsellorId: string,
  { pageSize, cursor }: z.output<typeof PageQuery>,
): Promise<z.input<typeof Exceptions>> {
  permit(ctx, "planning");
  const position = await openCursor(ctx, "exceptions", counsellorId, cursor);
  const { startsAt, endsAt, id } = availabilityExceptions;
  const after = position && sql`(${startsAt}, ${id}) > (${position[0]}::timestamptz, ${position[1]}::uuid)`;
  const found = await transact(ctx, async (tx) => {
    await requireCounsellor(tx, ctx, counsellorId);
    return tx
      .select()
      .from(availabilityExceptions)
      .where(and(eq(availabilityExceptions.counsellorId, counsellorId), gt(endsAt, ctx.now()), after))
      .orderBy(asc(startsAt), asc(id))
      .limit(pageSize + 1);
  });
  const { rows, ...next } = await cutPage(ctx, "exceptions", counsellorId, pageSize, found, (row) => [
    row.startsAt.toISOString(),
    row.id,
  ]);
  return { items: rows.map(presentException), ...next };
}

export default operation(route, (ctx, { params, query }) =>
  listAvailabilityExceptions(ctx, params.counsellorId, query),
);
