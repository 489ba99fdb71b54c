import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/db.ts";
import { IfMatch, refuseOutdated } from "../../platform/entity-tag.ts";
import { json, operation, tagged } from "../../platform/operation.ts";
import { problems } from "../../platform/problem.ts";
import { lastAdministrator, memberNotFound } from "../problems.ts";
import { applyMember, claimMember } from "./apply.ts";
import { Member, MemberPath, NewMember, presentMember } from "./wire.ts";

const route = createRoute({
  operationId: "changeMember",
  method: "put",
  path: "/members/{memberId}",
  tags: ["Network"],
  summary: "Change a member's name or roles",
  description:
    "Bites on the member's next request, in whatever session. Where your identity provider tells the roles, the next sign-in sets them again. Somebody always remains an administrator.",
  security: needs("members"),
  request: { params: MemberPath, headers: IfMatch, body: json(NewMember, "The name and all roles") },
  responses: {
    200: tagged(Member, "The member"),
    ...problems(memberNotFound, lastAdministrator, permissionMissing),
  },
});

export function changeMember(
  ctx: Context,
  memberId: string,
  change: NewMember,
  ifMatch: string,
): Promise<Member> {
  permit(ctx, "members");
  return transact(ctx, async (tx) => {
    const before = await claimMember(tx, ctx, memberId);
    await refuseOutdated(ifMatch, Member, presentMember(before));
    return presentMember(await applyMember(tx, ctx, before, change));
  });
}

export default operation(route, (ctx, { params, body, ifMatch }) =>
  changeMember(ctx, params.memberId, body, ifMatch),
);
