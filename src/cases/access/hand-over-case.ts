import { createRoute, z } from "@hono/zod-openapi";
import { actingMember, needsAny, permissionMissing, permitAny } from "../../permissions.ts";
import { workingDaysLater } from "../../platform/calendar.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { Id } from "../../platform/text/text.ts";
import { alreadyOwner, caseNotFound, caseNotShared, caseOwnerOnly, colleagueCannotAct } from "../problems.ts";
import { claimCase, claimOwnCase, requireCounsellor } from "../store.ts";
import { CasePath } from "../wire.ts";
import { changeOwner } from "./change-owner.ts";
import { findHandOver } from "./hand-over-store.ts";
import { HandOver, handOverReason, presentHandOver } from "./hand-over-wire.ts";

/** Working days in which the new owner may give it back. */
const returnableFor = 5;

const NewHandOver = z
  .strictObject({
    toId: Id.openapi({
      description: "The counsellor whose case it becomes",
      example: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21",
    }),
    reason: handOverReason,
  })
  .openapi("NewHandOver");
type NewHandOver = z.output<typeof NewHandOver>;

const route = createRoute({
  operationId: "handOverCase",
  method: "post",
  path: "/cases/{caseId}/hand-overs",
  tags: ["Cases"],
  summary: "Hand a case over to a colleague",
  description:
    "Makes another counsellor the case's owner from this moment, and of its open help questions that were the former owner's. They find it in their day, accept it or give it back within five working days. Its owner does this, or a coordinator, who reads nothing of the case. The former owner reads it no more unless named in it.",
  security: needsAny("cases", "cases:assign"),
  request: { params: CasePath, body: json(NewHandOver, "To whom, and why") },
  responses: {
    201: json(HandOver, "The hand-over"),
    ...problems(
      caseNotFound,
      caseNotShared,
      caseOwnerOnly,
      permissionMissing,
      colleagueCannotAct,
      alreadyOwner,
    ),
  },
});

const mayAssign = (ctx: Context) => ctx.actor.permissions.has("cases:assign");

export function handOverCase(ctx: Context, caseId: string, { toId, reason }: NewHandOver): Promise<HandOver> {
  permitAny(ctx, "cases", "cases:assign");
  actingMember(ctx);
  return transact(ctx, async (tx) => {
    const { ownerId } = await claimToHandOver(tx, ctx, caseId);
    if (ownerId === toId) fail(alreadyOwner);
    await requireCounsellor(tx, toId);
    const returnableUntil = workingDaysLater(ctx.now(), returnableFor);
    const change = { caseId, kind: "handed-over", from: ownerId, to: toId, reason, returnableUntil } as const;
    return presentHandOver(await changeOwner(tx, ctx, change));
  });
}

const claimToHandOver = (tx: Database, ctx: Context, caseId: string) =>
  mayAssign(ctx) ? claimCase(tx, ctx, caseId) : claimOwnCase(tx, ctx, caseId);

function presentAgain(ctx: Context, id: string): Promise<HandOver> {
  permitAny(ctx, "cases", "cases:assign");
  return transact(ctx, async (tx) => presentHandOver(await findHandOver(tx, ctx, id)));
}

export default operation(
  route,
  (ctx, { params, body }) => handOverCase(ctx, params.caseId, body),
  presentAgain,
);
