import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { type Accepted, json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { memberNotFound } from "../problems.ts";
import { orProposal, proposalProblems, propose, takesTwo } from "../proposals/propose.ts";
import type { Proposal } from "../proposals/wire.ts";
import { applySuspension, claimMember, standingMember } from "./apply.ts";
import { Member, MemberPath, presentMember } from "./wire.ts";

const route = createRoute({
  operationId: "reinstateMember",
  method: "delete",
  path: "/members/{memberId}/suspension",
  tags: ["Network"],
  summary: "Take a suspended member back",
  description: "They can sign in again, with the roles that they had. Their former sessions stay ended.",
  security: needs("members"),
  request: { params: MemberPath },
  responses: {
    200: json(Member, "The member"),
    ...orProposal,
    ...problems(memberNotFound, permissionMissing, ...proposalProblems),
  },
});

export function reinstateMember(ctx: Context, memberId: string): Promise<Member | Accepted<Proposal>> {
  permit(ctx, "members");
  return transact(ctx, async (tx) => {
    const member = await claimMember(tx, ctx, memberId);
    if (member.suspendedAt && (await takesTwo(tx, ctx)))
      return propose(tx, ctx, {
        kind: "reinstate-member",
        subjectId: memberId,
        content: {},
        before: standingMember(member),
      });
    return presentMember(await applySuspension(tx, ctx, member, false));
  });
}

export default operation(route, (ctx, { params }) => reinstateMember(ctx, params.memberId));
