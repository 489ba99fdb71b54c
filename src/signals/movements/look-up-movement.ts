import { createRoute, z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { movementNotFound } from "../problems.ts";
import { findNamed } from "./store.ts";
import { Movement, movementName, presentMovement } from "./wire.ts";

const MovementLookup = z.strictObject({ name: movementName }).openapi("MovementLookup");

const route = createRoute({
  operationId: "lookUpMovement",
  method: "post",
  path: "/movement-lookups",
  tags: ["Signals"],
  summary: "Look up a movement by its name",
  description:
    "Finds a movement of your helpline's register by its whole name; case, accents, spaces and a leading article do not matter. One that was merged answers as the one it turned out to be.",
  security: needs("signals"),
  request: { body: json(MovementLookup, "The name") },
  responses: { 200: json(Movement, "The movement"), ...problems(permissionMissing, movementNotFound) },
});

export function lookUpMovement(ctx: Context, name: string): Promise<Movement> {
  permit(ctx, "signals");
  return transact(ctx, async (tx) => {
    const found = (await findNamed(tx, ctx, name)) ?? fail(movementNotFound);
    await record(tx, ctx, { action: "movement.looked-up", subjectId: found.id });
    return presentMovement(found);
  });
}

export default operation(route, (ctx, { body }) => lookUpMovement(ctx, body.name));
