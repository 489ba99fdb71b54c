import { createRoute, z } from "@hono/zod-openapi";
import { secondPersonProblems } from "../../identity/index.ts";
import { actingMember, needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
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
import { secondsBetween } from "../referrals/deadlines.ts";
import { turnReferral } from "../referrals/move-referral.ts";
import { claimReferralsOn } from "../referrals/store.ts";
import { isExcluded } from "../refusals/refusal.ts";
import { notBefore } from "../refusals/store.ts";
import { presentAgain } from "./get-override.ts";
import type { KnownOverride } from "./in-force.ts";
import { changeOverride, claimForSecond, endOverride } from "./store.ts";
import { Override, OverridePath, presentOverride } from "./wire.ts";

const ObjectionDecision = z
  .strictObject({
    honored: z.boolean().openapi({
      description:
        "Whether the caller is followed: then what rests on the override ends in this moment; if not, it goes on, with the time that it waited given back",
      example: true,
    }),
  })
  .openapi("ObjectionDecision");

const route = createRoute({
  operationId: "decideObjection",
  method: "post",
  path: "/overrides/{overrideId}/objection-decision",
  tags: ["Overrides"],
  summary: "Decide on the caller's objection",
  description:
    "The caller refused, whichever way, while the override stood: what rests on it waits. Another member than the one who made it decides by `decideBy` whether it still outweighs what the caller wants; undecided, it ends then.",
  security: needs("cases"),
  request: { params: OverridePath, body: json(ObjectionDecision, "Whether it is followed") },
  responses: {
    200: json(Override, "The override"),
    ...problems(
      overrideNotFound,
      permissionMissing,
      secondMemberNeeded,
      ...secondPersonProblems,
      overrideEnded,
      nothingToDecide,
      specialDataRefused,
    ),
  },
});

export function decideObjection(
  ctx: Context,
  overrideId: string,
  { honored }: z.output<typeof ObjectionDecision>,
): Promise<Override> {
  permit(ctx, "cases");
  return transact(ctx, async (tx) => {
    const override = await claimForSecond(tx, ctx, overrideId);
    if (!override.disputed) fail(nothingToDecide);
    const now = notBefore(ctx.now(), [override.refusedAt]);
    const decision = { objectionDecidedBy: actingMember(ctx), objectionDecidedAt: now };
    const decided = await (honored
      ? endOverride(tx, ctx, override, "objection-honored", decision, now)
      : overrule(tx, ctx, override, decision));
    return presentOverride(decided, now);
  });
}

/** The override stands all the same: what waited for it goes on. */
async function overrule(
  tx: Database,
  ctx: Context,
  override: KnownOverride,
  decision: { objectionDecidedBy: string; objectionDecidedAt: Date },
): Promise<KnownOverride> {
  if (isExcluded(override, override.refusedAt)) fail(specialDataRefused);
  const at = decision.objectionDecidedAt;
  const resting = await claimReferralsOn(tx, ctx, { overrideId: override.id });
  const decided = await changeOverride(tx, ctx, override, "objection-overruled", decision, at);
  for (const referral of resting)
    if (referral.suspendedAt)
      await turnReferral(tx, ctx, referral, "resume", at, {
        suspendedAt: null,
        givenBack: referral.givenBack + secondsBetween(referral.suspendedAt, at),
        basisExpiresAt: decided.standsUntil,
      });
  return decided;
}

export default operation(
  route,
  (ctx, { params, body }) => decideObjection(ctx, params.overrideId, body),
  presentAgain,
);
