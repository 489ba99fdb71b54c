import { createRoute, z } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { caseCode } from "../../cases/index.ts";
import { actingMember, needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, invalidRequest, problems } from "../../platform/http/problem.ts";
import { movementKnown } from "../problems.ts";
import { movementKeys, movements } from "../schema.ts";
import { comparedName } from "./compared-name.ts";
import { makeMovementSeal } from "./movement-key.ts";
import { findMovement, findNamed, fingerprintOf, placeOfName } from "./store.ts";
import { Movement, movementFields, movementName, presentMovement } from "./wire.ts";

const NewMovement = z
  .strictObject({ name: movementName, ...movementFields })
  .refine(({ kind, basis }) => kind !== "religious" || basis === "religious", {
    path: ["basis"],
    message: "must be religious for a religious movement",
  })
  .openapi("NewMovement");
type NewMovement = z.output<typeof NewMovement>;

const route = createRoute({
  operationId: "registerMovement",
  method: "post",
  path: "/movements",
  tags: ["Signals"],
  summary: "Register a movement",
  description:
    "Enters a movement or closed group into your helpline's own register, once. Its name is sealed: colleagues find it by typing it in full, no list shows it, and no figure is made of one movement.",
  security: needs("signals"),
  request: { body: json(NewMovement, "What is known of it") },
  responses: {
    201: json(Movement, "The movement, in codes"),
    ...problems(permissionMissing, movementKnown),
  },
});

export async function registerMovement(ctx: Context, { name, ...codes }: NewMovement): Promise<Movement> {
  permit(ctx, "signals");
  if (comparedName(name) === "")
    fail(invalidRequest, {
      errors: [{ in: "body", pointer: "/name", detail: "must hold a letter or a digit" }],
    });
  return transact(ctx, async (tx) => {
    if (await findNamed(tx, ctx, name)) fail(movementKnown);
    const id = ctx.newId();
    const { key, seal } = await makeMovementSeal(ctx, id);
    const row = {
      id,
      participantId: ctx.actor.participantId,
      code: caseCode(ctx.newId()),
      ...codes,
      sealed: await seal.seal(placeOfName(id), name),
      nameFingerprint: fingerprintOf(ctx, name),
      mergedInto: null,
      registeredBy: actingMember(ctx),
      registeredAt: ctx.now(),
    };
    await tx.insert(movements).values(row);
    await tx.insert(movementKeys).values(key);
    await record(tx, ctx, { action: "movement.registered", subjectId: id, at: row.registeredAt });
    return presentMovement(row);
  });
}

export function presentMovementAgain(ctx: Context, movementId: string): Promise<Movement> {
  permit(ctx, "signals");
  return transact(ctx, async (tx) => presentMovement(await findMovement(tx, ctx, movementId)));
}

export default operation(route, (ctx, { body }) => registerMovement(ctx, body), presentMovementAgain);
