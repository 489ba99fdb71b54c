import { createRoute } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/db.ts";
import { json, operation } from "../../platform/operation.ts";
import { fail, problems } from "../../platform/problem.ts";
import { MemberPath } from "../members/wire.ts";
import { identityTaken, memberNotFound } from "../problems.ts";
import { memberIdentities } from "../schema.ts";
import { endSessionRows } from "../sessions/store.ts";
import { findMember } from "../store.ts";
import { findIdentityExpected, findMemberIdentity } from "./store.ts";
import { MemberIdentity, NewMemberIdentity, presentMemberIdentity } from "./wire.ts";

const route = createRoute({
  operationId: "linkMember",
  method: "put",
  path: "/members/{memberId}/identity",
  tags: ["Network"],
  summary: "Say who a member is to your provider",
  description:
    "Whoever the provider says this of signs in as the member; the first time pairs the member with the provider's subject for good. Another value undoes that pairing and ends the member's sessions.",
  security: needs("members"),
  request: { params: MemberPath, body: json(NewMemberIdentity, "What the provider says of them") },
  responses: {
    200: json(MemberIdentity, "What the provider says of them"),
    ...problems(memberNotFound, identityTaken, permissionMissing),
  },
});

export function linkMember(
  ctx: Context,
  memberId: string,
  { expected }: NewMemberIdentity,
): Promise<MemberIdentity> {
  permit(ctx, "members");
  const { participantId } = ctx.actor;
  return transact(ctx, async (tx) => {
    if (!(await findMember(tx, participantId, memberId))) fail(memberNotFound);
    const before = await findMemberIdentity(tx, participantId, memberId);
    if (before?.expected === expected) return presentMemberIdentity(before);
    const other = await findIdentityExpected(tx, participantId, expected);
    if (other && other.memberId !== memberId) fail(identityTaken);
    const unpaired = { expected, issuer: null, subject: null, pairedAt: null };
    await tx
      .insert(memberIdentities)
      .values({ memberId, participantId, ...unpaired })
      .onConflictDoUpdate({ target: memberIdentities.memberId, set: unpaired });
    await record(tx, ctx, { action: "member.linked", subjectId: memberId });
    for (const subjectId of before ? await endSessionRows(tx, ctx, memberId) : [])
      await record(tx, ctx, { action: "session.ended", subjectId });
    return presentMemberIdentity({ memberId, participantId, ...unpaired });
  });
}

export default operation(route, (ctx, { params, body }) => linkMember(ctx, params.memberId, body));
