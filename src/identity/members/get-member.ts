import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { operation, tagged } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { memberNotFound } from "../problems.ts";
import { findMember } from "../store.ts";
import { Member, MemberPath, presentMember } from "./wire.ts";

const route = createRoute({
  operationId: "getMember",
  method: "get",
  path: "/members/{memberId}",
  tags: ["Network"],
  summary: "Read a member",
  description: "A person of your own participant, and what they do.",
  security: needs("members"),
  request: { params: MemberPath },
  responses: { 200: tagged(Member, "The member"), ...problems(memberNotFound, permissionMissing) },
});

export function getMember(ctx: Context, memberId: string): Promise<Member> {
  permit(ctx, "members");
  return transact(ctx, async (tx) =>
    presentMember((await findMember(tx, ctx.actor.participantId, memberId)) ?? fail(memberNotFound)),
  );
}

export default operation(route, (ctx, { params }) => getMember(ctx, params.memberId));
