import { createRoute, z } from "@hono/zod-openapi";
import { actingMember, needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { takeOverReasons } from "../codes.ts";
import { getCase } from "../get-case.ts";
import { caseNotFound } from "../problems.ts";
import { claimCase } from "../store.ts";
import { Case, CasePath } from "../wire.ts";
import { changeOwner } from "./change-owner.ts";

const TakeOver = z
  .strictObject({
    reason: z.enum(takeOverReasons).openapi({ description: "Why you take it over", example: "owner-absent" }),
  })
  .openapi("TakeOver");
type Reason = z.output<typeof TakeOver>["reason"];

const route = createRoute({
  operationId: "takeOverCase",
  method: "post",
  path: "/cases/{caseId}/take-over",
  tags: ["Cases"],
  summary: "Take a case over",
  description:
    "Makes the acting member the case's owner, and of its open help questions that were the former owner's. It is recorded with its reason, and an event (`case.taken-over`) tells the former owner, who reads the case no more unless named in it. Taking over one's own case changes nothing.",
  security: needs("cases"),
  request: { params: CasePath, body: json(TakeOver, "Why") },
  responses: { 200: json(Case, "The case"), ...problems(caseNotFound, permissionMissing) },
});

export async function takeOverCase(ctx: Context, caseId: string, reason: Reason): Promise<Case> {
  permit(ctx, "cases");
  await transact(ctx, async (tx) => {
    const { ownerId } = await claimCase(tx, ctx, caseId);
    const to = actingMember(ctx);
    if (ownerId !== to) await changeOwner(tx, ctx, { caseId, kind: "taken-over", from: ownerId, to, reason });
    return { id: caseId };
  });
  const { idempotencyKey: _, ...unkeyed } = ctx;
  return getCase(unkeyed, caseId);
}

export default operation(
  route,
  (ctx, { params, body }) => takeOverCase(ctx, params.caseId, body.reason),
  getCase,
);
