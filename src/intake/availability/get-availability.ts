import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { Revised } from "../../platform/http/entity-tag.ts";
import { operation, tagged } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { requireCounsellor } from "./counsellors.ts";
import { availabilityNotFound, counsellorNotFound } from "./problems.ts";
import { findAvailability } from "./store.ts";
import { Availability, CounsellorPath, presentAvailability } from "./wire.ts";

const route = createRoute({
  operationId: "getAvailability",
  method: "get",
  path: "/counsellors/{counsellorId}/availability",
  tags: ["Planning"],
  summary: "Read when a counsellor works",
  description:
    "The weekly pattern and what they take; listAvailabilityExceptions tells what differs from it.",
  security: needs("planning"),
  request: { params: CounsellorPath },
  responses: {
    200: tagged(Availability, "When they work"),
    ...problems(counsellorNotFound, availabilityNotFound, permissionMissing),
  },
});

export function getAvailability(ctx: Context, counsellorId: string) {
  permit(ctx, "planning");
  return transact(ctx, async (tx) => {
    await requireCounsellor(tx, ctx, counsellorId);
    const row = (await findAvailability(tx, counsellorId)) ?? fail(availabilityNotFound);
    return new Revised(presentAvailability(row), row.revision);
  });
}

export default operation(route, (ctx, { params }) => getAvailability(ctx, params.counsellorId));
