import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { findOwn } from "../proposals/store.ts";
import { TwoPersonRule } from "./rule.ts";

const route = createRoute({
  operationId: "getTwoPersonRule",
  method: "get",
  path: "/two-person-rule",
  tags: ["Network"],
  summary: "Read how many persons it takes",
  description: "Whether your own participant wants two persons for what gives power in it.",
  security: needs("members"),
  responses: { 200: json(TwoPersonRule, "The rule"), ...problems(permissionMissing) },
});

export function getTwoPersonRule(ctx: Context): Promise<TwoPersonRule> {
  permit(ctx, "members");
  return transact(ctx, async (tx) => ({ required: (await findOwn(tx, ctx)).twoPersons }));
}

export default operation(route, getTwoPersonRule);
