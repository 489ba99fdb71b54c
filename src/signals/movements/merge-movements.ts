import { createRoute, z } from "@hono/zod-openapi";
import { eq, or } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { actingMember, needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, invalidRequest, problems } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import { movementMerged, movementNotFound } from "../problems.ts";
import { movementMergers, movements } from "../schema.ts";
import { presentMovementAgain } from "./register-movement.ts";
import { claimMovements } from "./store.ts";
import { Movement, MovementPath, presentMovement } from "./wire.ts";

const Merger = z
  .strictObject({
    intoId: Id.openapi({
      description: "The movement that it turned out to be",
      example: "45c48cce-2e2d-4fbd-8a1a-fc51c7c6ad26",
    }),
  })
  .openapi("Merger");

const route = createRoute({
  operationId: "mergeMovements",
  method: "post",
  path: "/movements/{movementId}/merger",
  tags: ["Signals"],
  summary: "Merge a movement into another",
  description:
    "Says that two movements of the register are one. The first stays, found by its name, and its signals count on the other from then on. It is not undone; who said so stays on record.",
  security: needs("signals"),
  request: { params: MovementPath, body: json(Merger, "Which one it is") },
  responses: {
    200: json(Movement, "The merged movement"),
    ...problems(permissionMissing, movementNotFound, movementMerged),
  },
});

export function mergeMovements(ctx: Context, movementId: string, intoId: string): Promise<Movement> {
  permit(ctx, "signals");
  if (movementId === intoId)
    fail(invalidRequest, {
      errors: [{ in: "body", pointer: "/intoId", detail: "must be another movement" }],
    });
  return transact(ctx, async (tx) => {
    const claimed = await claimMovements(tx, ctx, [movementId, intoId]);
    const merged = claimed.find(({ id }) => id === movementId) ?? fail(movementNotFound);
    const survivor = claimed.find(({ id }) => id === intoId) ?? fail(movementNotFound);
    if (merged.mergedInto === intoId) return presentMovement(merged);
    if (merged.mergedInto || survivor.mergedInto) fail(movementMerged);
    // What was merged into it before follows: nothing points to one that points on.
    await tx
      .update(movements)
      .set({ mergedInto: intoId })
      .where(or(eq(movements.id, movementId), eq(movements.mergedInto, movementId)));
    const { participantId } = ctx.actor;
    const at = ctx.now();
    await tx
      .insert(movementMergers)
      .values({ id: ctx.newId(), participantId, movementId, intoId, mergedBy: actingMember(ctx), at });
    await record(tx, ctx, { action: "movement.merged", subjectId: movementId, at });
    return presentMovement({ ...merged, mergedInto: intoId });
  });
}

export default operation(
  route,
  (ctx, { params, body }) => mergeMovements(ctx, params.movementId, body.intoId),
  presentMovementAgain,
);
