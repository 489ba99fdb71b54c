import { createRoute } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { checkRevision, IfMatchOnceThere, Revised } from "../../platform/http/entity-tag.ts";
import { json, operation, tagged } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { availabilities } from "../schema.ts";
import { permitKeeping, requireCounsellor } from "./counsellors.ts";
import { counsellorNotFound } from "./problems.ts";
import { claimAvailability } from "./store.ts";
import { Availability, CounsellorPath, kept, presentAvailability } from "./wire.ts";

const route = createRoute({
  operationId: "keepAvailability",
  method: "put",
  path: "/counsellors/{counsellorId}/availability",
  tags: ["Planning"],
  summary: "Say when a counsellor works",
  description:
    "Replaces it as a whole; the counsellor themself or a coordinator does so. What is planned stays as it is. The first time goes without If-Match.",
  security: needs("planning"),
  request: {
    params: CounsellorPath,
    headers: IfMatchOnceThere,
    body: json(Availability, "When they work from now on"),
  },
  responses: {
    200: tagged(Availability, "When they work"),
    ...problems(counsellorNotFound, permissionMissing),
  },
});

export function keepAvailability(ctx: Context, counsellorId: string, given: Availability, ifMatch: string) {
  permit(ctx, "planning");
  return transact(ctx, async (tx) => {
    await requireCounsellor(tx, ctx, counsellorId);
    permitKeeping(ctx, counsellorId);
    const earlier = await claimAvailability(tx, counsellorId);
    checkRevision(ifMatch, earlier?.revision);
    const changed = { ...kept(given), revision: ctx.newId() };
    const row = { counsellorId, participantId: ctx.actor.participantId, ...changed };
    if (earlier)
      await tx.update(availabilities).set(changed).where(eq(availabilities.counsellorId, counsellorId));
    else await tx.insert(availabilities).values(row);
    await record(tx, ctx, { action: "availability.changed", subjectId: counsellorId });
    return new Revised(presentAvailability(row), row.revision);
  });
}

export default operation(route, (ctx, { params, body, ifMatch }) =>
  keepAvailability(ctx, params.counsellorId, body, ifMatch),
);
