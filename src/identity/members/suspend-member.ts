import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { lastAdministrator, memberNotFound, notYourself } from "../problems.ts";
import { applySuspension, claimMember } from "./apply.ts";
import { Member, MemberPath, presentMember } from "./wire.ts";

const route = createRoute({
  operationId: "suspendMember",
  method: "put",
  path: "/members/{memberId}/suspension",
  tags: ["Network"],
  summary: "Suspend a member",
  description:
    "Bites at once: every session ends, no system can act in their name, and nobody can sign in as them. What they own stays theirs until a colleague takes it over. Nobody suspends themselves, and somebody always remains an administrator.",
  security: needs("members"),
  request: { params: MemberPath },
  responses: {
    200: json(Member, "The member"),
    ...problems(memberNotFound, notYourself, lastAdministrator, permissionMissing),
  },
});

export function suspendMember(ctx: Context, memberId: string): Promise<Member> {
  permit(ctx, "members");
  return transact(ctx, async (tx) =>
    presentMember(await applySuspension(tx, ctx, await claimMember(tx, ctx, memberId), true)),
  );
}

export default operation(route, (ctx, { params }) => suspendMember(ctx, params.memberId));
