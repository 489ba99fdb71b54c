import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { Revised } from "../../platform/http/entity-tag.ts";
import { operation, tagged } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { findRules, PlanningRules } from "./planning-rules.ts";

const route = createRoute({
  operationId: "getPlanningRules",
  method: "get",
  path: "/planning-rules",
  tags: ["Planning"],
  summary: "Read what the helpline agreed for its planning",
  description: "How often somebody is tried. Where nothing was agreed, three times.",
  security: needs("planning"),
  responses: { 200: tagged(PlanningRules, "The rules"), ...problems(permissionMissing) },
});

export function getPlanningRules(ctx: Context) {
  permit(ctx, "planning");
  return transact(ctx, async (tx) => {
    const { attempts, revision } = await findRules(tx, ctx);
    return new Revised({ attempts }, revision);
  });
}

export default operation(route, (ctx) => getPlanningRules(ctx));
