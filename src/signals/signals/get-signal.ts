import { createRoute } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { openMovementSeal } from "../movements/movement-key.ts";
import { signalNotFound } from "../problems.ts";
import { findSignal } from "./store.ts";
import { NotedSignal, placeOfNote, presentSignal, SignalPath } from "./wire.ts";

const route = createRoute({
  operationId: "getSignal",
  method: "get",
  path: "/signals/{signalId}",
  tags: ["Signals"],
  summary: "Read a signal",
  description: "A signal with its note, while it is kept. Every reading is an audit entry.",
  security: needs("signals"),
  request: { params: SignalPath },
  responses: { 200: json(NotedSignal, "The signal"), ...problems(permissionMissing, signalNotFound) },
});

export function getSignal(ctx: Context, signalId: string): Promise<NotedSignal> {
  permit(ctx, "signals");
  return transact(ctx, async (tx) => {
    const { signal, review } = await findSignal(tx, ctx, signalId);
    await record(tx, ctx, { action: "signal.read", subjectId: signalId });
    // A clock that is late does not keep a note open.
    if (!signal.note || signal.expiresAt <= ctx.now()) return presentSignal(signal, review);
    const seal = await openMovementSeal(tx, ctx, signal.movementId);
    return { ...presentSignal(signal, review), note: await seal.open(placeOfNote(signalId), signal.note) };
  });
}

export default operation(route, (ctx, { params }) => getSignal(ctx, params.signalId));
