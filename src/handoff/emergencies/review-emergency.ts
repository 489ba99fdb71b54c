import { createRoute, z } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { enqueue } from "../../deliveries/index.ts";
import { countersign, secondPersonProblems } from "../../identity/index.ts";
import { actingMember, needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { emergencyFindings } from "./codes.ts";
import { emergencyNotFound, emergencyReviewed, ownEmergency } from "./problems.ts";
import { presentAgain } from "./record-emergency.ts";
import { emergencies } from "./schema.ts";
import { claimEmergency } from "./store.ts";
import { Emergency, EmergencyPath, presentEmergency } from "./wire.ts";

const Review = z
  .strictObject({
    finding: z.enum(emergencyFindings).openapi({
      description:
        "`right`: it could not wait. `right-tell-less`: it could not wait, and less would have done. `not-needed`: another way was open",
      example: "right",
    }),
  })
  .openapi("EmergencyReview");

const route = createRoute({
  operationId: "reviewEmergency",
  method: "post",
  path: "/emergencies/{emergencyId}/review",
  tags: ["Emergencies"],
  summary: "Review an emergency call",
  description:
    "Another member, signed in, says within 24 hours what they find of it; later it can still be said. Nothing that was told is taken back by it. The same finding once more changes nothing.",
  security: needs("cases"),
  request: { params: EmergencyPath, body: json(Review, "What you find") },
  responses: {
    200: json(Emergency, "The emergency call"),
    ...problems(
      emergencyNotFound,
      permissionMissing,
      ownEmergency,
      ...secondPersonProblems,
      emergencyReviewed,
    ),
  },
});

export function reviewEmergency(
  ctx: Context,
  id: string,
  { finding }: z.output<typeof Review>,
): Promise<Emergency> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    const row = await claimEmergency(tx, ctx, id);
    const member = actingMember(ctx);
    if (row.recordedBy === member) fail(ownEmergency);
    if (row.reviewedBy === member && row.finding === finding) return presentEmergency(row);
    if (row.reviewedBy) fail(emergencyReviewed);
    const review = {
      reviewedBy: await countersign(tx, ctx, id, row.recordedBy),
      reviewedAt: ctx.now(),
      finding,
    };
    await tx.update(emergencies).set(review).where(eq(emergencies.id, id));
    const { caseId } = row;
    await record(tx, ctx, { action: "emergency.reviewed", subjectId: id, caseId, at: review.reviewedAt });
    await enqueue(tx, ctx, { type: "emergency.reviewed", subjectId: id, at: review.reviewedAt });
    return presentEmergency({ ...row, ...review });
  });
}

export default operation(
  route,
  (ctx, { params, body }) => reviewEmergency(ctx, params.emergencyId, body),
  presentAgain,
);
