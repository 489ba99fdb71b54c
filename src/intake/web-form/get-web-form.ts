import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { isFormOpen } from "./store.ts";
import { WebForm } from "./wire.ts";

const route = createRoute({
  operationId: "getWebForm",
  method: "get",
  path: "/web-form",
  tags: ["Callback requests"],
  summary: "See whether your web form is open",
  description: "For who keeps the form of your own helpline. It is closed until somebody opens it.",
  security: needs("web-form"),
  responses: { 200: json(WebForm, "Whether it is open"), ...problems(permissionMissing) },
});

export function getWebForm(ctx: Context): Promise<WebForm> {
  permit(ctx, "web-form");
  return transact(ctx, async (tx) => ({ open: await isFormOpen(tx, ctx) }));
}

export default operation(route, (ctx) => getWebForm(ctx));
