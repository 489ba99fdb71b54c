import { createRoute } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { handOverAnswered, handOverNotFound } from "../problems.ts";
import { answerHandOver, claimReceived } from "./hand-over-store.ts";
import { HandOver, HandOverPath, presentHandOver } from "./hand-over-wire.ts";

const route = createRoute({
  operationId: "acceptHandOver",
  method: "post",
  path: "/hand-overs/{handOverId}/acceptance",
  tags: ["Cases"],
  summary: "Accept a case that was handed over",
  description:
    "Says that you have seen that the case is yours. It goes from your day, and can no longer be given back.",
  security: needs("cases"),
  request: { params: HandOverPath },
  responses: {
    200: json(HandOver, "The hand-over"),
    ...problems(handOverNotFound, permissionMissing, handOverAnswered),
  },
});

export function acceptHandOver(ctx: Context, handOverId: string): Promise<HandOver> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    const row = await claimReceived(tx, ctx, handOverId);
    if (row.answer === "accepted") return presentHandOver(row);
    const accepted = await answerHandOver(tx, ctx, row, "accepted");
    await record(tx, ctx, { action: "case-hand-over.accepted", subjectId: row.id, caseId: row.caseId });
    return presentHandOver(accepted);
  });
}

export default operation(route, (ctx, { params }) => acceptHandOver(ctx, params.handOverId), acceptHandOver);
