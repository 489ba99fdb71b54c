import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { MemberPath } from "../members/wire.ts";
import { memberIdentityNotFound } from "../problems.ts";
import { findMemberIdentity } from "./store.ts";
import { MemberIdentity, presentMemberIdentity } from "./wire.ts";

const route = createRoute({
  operationId: "getMemberIdentity",
  method: "get",
  path: "/members/{memberId}/identity",
  tags: ["Network"],
  summary: "Read who a member is to your provider",
  description: "What is expected of them when they first sign in, and whether they have.",
  security: needs("members"),
  request: { params: MemberPath },
  responses: {
    200: json(MemberIdentity, "What the provider says of them"),
    ...problems(memberIdentityNotFound, permissionMissing),
  },
});

export function getMemberIdentity(ctx: Context, memberId: string): Promise<MemberIdentity> {
  permit(ctx, "members");
  return transact(ctx, async (tx) =>
    presentMemberIdentity(
      (await findMemberIdentity(tx, ctx.actor.participantId, memberId)) ?? fail(memberIdentityNotFound),
    ),
  );
}

export default operation(route, (ctx, { params }) => getMemberIdentity(ctx, params.memberId));
