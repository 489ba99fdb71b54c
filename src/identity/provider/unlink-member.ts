import { createRoute } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { MemberPath } from "../members/wire.ts";
import { memberIdentityNotFound } from "../problems.ts";
import { memberIdentities } from "../schema.ts";
import { endSessionRows } from "../sessions/store.ts";
import { findMemberIdentity } from "./store.ts";

const route = createRoute({
  operationId: "unlinkMember",
  method: "delete",
  path: "/members/{memberId}/identity",
  tags: ["Network"],
  summary: "Forget who a member is to your provider",
  description: "Nobody signs in there as the member any more, and the member's sessions end.",
  security: needs("members"),
  request: { params: MemberPath },
  responses: {
    204: { description: "It is forgotten" },
    ...problems(memberIdentityNotFound, permissionMissing),
  },
});

export async function unlinkMember(ctx: Context, memberId: string): Promise<undefined> {
  permit(ctx, "members");
  await transact(ctx, async (tx) => {
    if (!(await findMemberIdentity(tx, ctx.actor.participantId, memberId))) fail(memberIdentityNotFound);
    await tx.delete(memberIdentities).where(eq(memberIdentities.memberId, memberId));
    await record(tx, ctx, { action: "member.unlinked", subjectId: memberId });
    for (const subjectId of await endSessionRows(tx, ctx, memberId))
      await record(tx, ctx, { action: "session.ended", subjectId });
  });
}

export default operation(route, (ctx, { params }) => unlinkMember(ctx, params.memberId));
