import { createRoute } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { movementNotFound } from "../problems.ts";
import { openMovementSeal } from "./movement-key.ts";
import { countSignals, findMovement, listMergersInto, placeOfName } from "./store.ts";
import { MovementPath, NamedMovement, presentMovement } from "./wire.ts";

const route = createRoute({
  operationId: "getMovement",
  method: "get",
  path: "/movements/{movementId}",
  tags: ["Signals"],
  summary: "Read a movement",
  description: "A movement with its name. Every reading is an audit entry.",
  security: needs("signals"),
  request: { params: MovementPath },
  responses: { 200: json(NamedMovement, "The movement"), ...problems(permissionMissing, movementNotFound) },
});

export function getMovement(ctx: Context, movementId: string): Promise<NamedMovement> {
  permit(ctx, "signals");
  return transact(ctx, async (tx) => {
    const row = await findMovement(tx, ctx, movementId);
    const seal = await openMovementSeal(tx, ctx, movementId);
    const mergers = await listMergersInto(tx, movementId);
    await record(tx, ctx, { action: "movement.read", subjectId: movementId });
    return {
      ...presentMovement(row),
      name: await seal.open(placeOfName(movementId), row.sealed),
      signals: await countSignals(tx, movementId),
      mergers: mergers.map(({ movementId: merged, intoId, mergedBy, at }) => ({
        movementId: merged,
        intoId,
        mergedBy,
        at: at.toISOString(),
      })),
    };
  });
}

export default operation(route, (ctx, { params }) => getMovement(ctx, params.movementId));
