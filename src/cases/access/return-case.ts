import { createRoute } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { colleagueCannotAct, handOverAnswered, handOverNotFound, handOverTooOld } from "../problems.ts";
import { requireCounsellor } from "../store.ts";
import { changeOwner } from "./change-owner.ts";
import { answerHandOver, claimReceived } from "./hand-over-store.ts";
import { HandOver, HandOverPath, presentHandOver } from "./hand-over-wire.ts";

const route = createRoute({
  operationId: "returnCase",
  method: "post",
  path: "/hand-overs/{handOverId}/return",
  tags: ["Cases"],
  summary: "Give a case back that was handed over",
  description:
    "Makes the former owner its owner again, and of what you own in it. Within five working days, and not once you accepted it. Where the former owner can act no more, hand the case over to somebody else.",
  security: needs("cases"),
  request: { params: HandOverPath },
  responses: {
    200: json(HandOver, "The hand-over"),
    ...problems(handOverNotFound, permissionMissing, handOverAnswered, handOverTooOld, colleagueCannotAct),
  },
});

export function returnCase(ctx: Context, handOverId: string): Promise<HandOver> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    const row = await claimReceived(tx, ctx, handOverId);
    if (row.answer === "returned") return presentHandOver(row);
    const { caseId, fromMemberId: to, toMemberId: from, reason, returnableUntil } = row;
    if (!row.answer && returnableUntil && ctx.now() > returnableUntil) fail(handOverTooOld);
    const returned = await answerHandOver(tx, ctx, row, "returned");
    await requireCounsellor(tx, to);
    await changeOwner(tx, ctx, { caseId, kind: "returned", from, to, reason });
    await record(tx, ctx, { action: "case-hand-over.returned", subjectId: row.id, caseId });
    return presentHandOver(returned);
  });
}

export default operation(route, (ctx, { params }) => returnCase(ctx, params.handOverId), returnCase);
