import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/db.ts";
import { json, operation } from "../../platform/operation.ts";
import { problems } from "../../platform/problem.ts";
import { memberNotFound } from "../problems.ts";
import { applySuspension, claimMember } from "./apply.ts";
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
  responses: { 200: json(Member, "The member"), ...problems(memberNotFound, permissionMissing) },
});

export function reinstateMember(ctx: Context, memberId: string): Promise<Member> {
  permit(ctx, "members");
  return transact(ctx, async (tx) =>
    presentMember(await applySuspension(tx, ctx, await claimMember(tx, ctx, memberId), false)),
  );
}

export default operation(route, (ctx, { params }) => reinstateMember(ctx, params.memberId));
