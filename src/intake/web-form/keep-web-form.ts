import { createRoute } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { webForms } from "../schema.ts";
import { WebForm } from "./wire.ts";

const route = createRoute({
  operationId: "keepWebForm",
  method: "put",
  path: "/web-form",
  tags: ["Callback requests"],
  summary: "Open or close your web form",
  description:
    "While it is open anybody may send your helpline a request (requestCallback). Open it only where somebody looks at listRequests every working day. Closed, it does not exist for whoever sends one.",
  security: needs("web-form"),
  request: { body: json(WebForm, "Whether it is open from now on") },
  responses: { 200: json(WebForm, "Whether it is open"), ...problems(permissionMissing) },
});

export function keepWebForm(ctx: Context, { open }: WebForm): Promise<WebForm> {
  permit(ctx, "web-form");
  const { participantId } = ctx.actor;
  return transact(ctx, async (tx) => {
    const set = { open, changedAt: ctx.now() };
    await tx
      .insert(webForms)
      .values({ participantId, ...set })
      .onConflictDoUpdate({ target: webForms.participantId, set });
    await record(tx, ctx, { action: open ? "web-form.opened" : "web-form.closed", subjectId: participantId });
    return { open };
  });
}

export default operation(route, (ctx, { body }) => keepWebForm(ctx, body));
