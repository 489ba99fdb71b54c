import { createRoute, type z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { permitKeeping, requireCounsellor } from "./counsellors.ts";
import { counsellorNotFound, exceptionNotFound, exceptionOver } from "./problems.ts";
import { findException, insertException } from "./store.ts";
import { AvailabilityException, CounsellorPath, NewException, presentException } from "./wire.ts";

const route = createRoute({
  operationId: "addException",
  method: "post",
  path: "/counsellors/{counsellorId}/availability-exceptions",
  tags: ["Planning"],
  summary: "Say when a counsellor works otherwise",
  description:
    "Time off, or time in which they work besides. Where both are said of one time they are off. Longer absence is leave: reportLeave also finds cover.",
  security: needs("planning"),
  request: { params: CounsellorPath, body: json(NewException, "What differs, and when") },
  responses: {
    201: json(AvailabilityException, "The exception"),
    ...problems(counsellorNotFound, exceptionNotFound, exceptionOver, permissionMissing),
  },
});

export function addException(ctx: Context, counsellorId: string, given: z.output<typeof NewException>) {
  permit(ctx, "planning");
  return transact(ctx, async (tx) => {
    await requireCounsellor(tx, ctx, counsellorId);
    permitKeeping(ctx, counsellorId);
    const row = await insertException(tx, ctx, { counsellorId, ...given });
    await record(tx, ctx, { action: "availability.changed", subjectId: row.id });
    return presentException(row);
  });
}

export function presentExceptionAgain(ctx: Context, exceptionId: string) {
  permit(ctx, "planning");
  return transact(ctx, async (tx) => presentException(await findException(tx, ctx, exceptionId)));
}

export default operation(
  route,
  (ctx, { params, body }) => addException(ctx, params.counsellorId, body),
  presentExceptionAgain,
);
