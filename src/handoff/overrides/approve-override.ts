import { createRoute } from "@hono/zod-openapi";
import { colleagueCannotAct, colleagueNotFound } from "../../cases/index.ts";
import { secondPersonProblems } from "../../identity/index.ts";
import { actingMember, needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import {
  nothingToDecide,
  overrideEnded,
  overrideNotFound,
  secondMemberNeeded,
  specialDataRefused,
} from "../problems.ts";
import { isExcluded } from "../refusals/refusal.ts";
import { notBefore } from "../refusals/store.ts";
import { requireConsulted } from "./consulted.ts";
import { presentAgain } from "./get-override.ts";
import { changeOverride, claimForSecond } from "./store.ts";
import { Override, OverridePath, presentOverride } from "./wire.ts";

const route = createRoute({
  operationId: "approveOverride",
  method: "post",
  path: "/overrides/{overrideId}/approval",
  tags: ["Overrides"],
  summary: "Approve an override",
  description:
    "Another member than the one who made it stands for it too: from now on an offer may rest on it. Not approving it is ending it.",
  security: needs("cases"),
  request: { params: OverridePath },
  responses: {
    200: json(Override, "The override"),
    ...problems(
      overrideNotFound,
      permissionMissing,
      secondMemberNeeded,
      ...secondPersonProblems,
      colleagueNotFound,
      colleagueCannotAct,
      overrideEnded,
      nothingToDecide,
      specialDataRefused,
    ),
  },
});

export function approveOverride(ctx: Context, overrideId: string): Promise<Override> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    const override = await claimForSecond(tx, ctx, overrideId);
    const now = notBefore(ctx.now(), [override.refusedAt]);
    if (override.approvedBy === actingMember(ctx)) return presentOverride(override, now);
    if (!override.needsApproval || override.approvedAt) fail(nothingToDecide);
    if (isExcluded(override, override.refusedAt)) fail(specialDataRefused);
    await requireConsulted(tx, override.participantId, override.madeBy, override.consultedId);
    const approval = { approvedBy: actingMember(ctx), approvedAt: now };
    return presentOverride(await changeOverride(tx, ctx, override, "approved", approval, now), now);
  });
}

export default operation(route, (ctx, { params }) => approveOverride(ctx, params.overrideId), presentAgain);
