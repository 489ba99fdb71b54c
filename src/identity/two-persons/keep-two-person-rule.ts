import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { type Accepted, json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { secondPersonMissing } from "../proposals/problems.ts";
import { orProposal, proposalProblems, propose } from "../proposals/propose.ts";
import { countAble, findOwn } from "../proposals/store.ts";
import type { Proposal } from "../proposals/wire.ts";
import { applyTwoPersons, TwoPersonRule } from "./rule.ts";

const route = createRoute({
  operationId: "keepTwoPersonRule",
  method: "put",
  path: "/two-person-rule",
  tags: ["Network"],
  summary: "Say how many persons it takes",
  description:
    "From now on what gives power in your own participant takes two persons: one proposes it, another confirms it. Taking power away never does. One person is enough to say so where two administrators are there to act; that one person is enough again, two have to say.",
  security: needs("members"),
  request: { body: json(TwoPersonRule, "The rule") },
  responses: {
    200: json(TwoPersonRule, "The rule"),
    ...orProposal,
    ...problems(permissionMissing, ...proposalProblems),
  },
});

export function keepTwoPersonRule(
  ctx: Context,
  { required }: TwoPersonRule,
): Promise<TwoPersonRule | Accepted<Proposal>> {
  permit(ctx, "members");
  return transact(ctx, async (tx) => {
    const { twoPersons } = await findOwn(tx, ctx);
    if (twoPersons === required) return { required };
    const atServer = ctx.actor.kind === "job";
    if (!required && !atServer)
      return propose(tx, ctx, {
        kind: "end-two-persons",
        subjectId: ctx.actor.participantId,
        content: {},
        before: { required: true },
      });
    if (required && !atServer && (await countAble(tx, ctx, "end-two-persons")) < 2) fail(secondPersonMissing);
    return applyTwoPersons(tx, ctx, required);
  });
}

export default operation(route, (ctx, { body }) => keepTwoPersonRule(ctx, body));
