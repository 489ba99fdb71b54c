import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { IfMatch, refuseOutdated } from "../../platform/http/entity-tag.ts";
import { type Accepted, json, operation, tagged } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { lastAdministrator, memberNotFound } from "../problems.ts";
import { orProposal, proposalProblems, propose, takesTwo } from "../proposals/propose.ts";
import type { Proposal } from "../proposals/wire.ts";
import { applyMember, claimMember, standingMember } from "./apply.ts";
import { Member, MemberPath, NewMember, presentMember } from "./wire.ts";

const route = createRoute({
  operationId: "changeMember",
  method: "put",
  path: "/members/{memberId}",
  tags: ["Network"],
  summary: "Change a member's name or roles",
  description:
    "Bites on the member's next request, in whatever session. Where your identity provider tells the roles, the next sign-in sets them again. Somebody always remains an administrator. A role more takes a second person where your participant wants two; a role less, by itself, never does.",
  security: needs("members"),
  request: { params: MemberPath, headers: IfMatch, body: json(NewMember, "The name and all roles") },
  responses: {
    200: tagged(Member, "The member"),
    ...orProposal,
    ...problems(memberNotFound, lastAdministrator, permissionMissing, ...proposalProblems),
  },
});

export function changeMember(
  ctx: Context,
  memberId: string,
  change: NewMember,
  ifMatch: string,
): Promise<Member | Accepted<Proposal>> {
  permit(ctx, "members");
  return transact(ctx, async (tx) => {
    const before = await claimMember(tx, ctx, memberId);
    await refuseOutdated(ifMatch, Member, presentMember(before));
    const more = change.roles.some((role) => !before.roles.includes(role));
    if (more && (await takesTwo(tx, ctx)))
      return propose(tx, ctx, {
        kind: "change-member",
        subjectId: memberId,
        content: change,
        before: standingMember(before),
      });
    return presentMember(await applyMember(tx, ctx, before, change));
  });
}

export default operation(route, (ctx, { params, body, ifMatch }) =>
  changeMember(ctx, params.memberId, body, ifMatch),
);
