import { createRoute } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { type Accepted, json, operation } from "../../platform/http/operation.ts";
import { fail, problems } from "../../platform/http/problem.ts";
import { MemberPath } from "../members/wire.ts";
import { identityTaken, memberNotFound } from "../problems.ts";
import { orProposal, proposalProblems, propose, takesTwo } from "../proposals/propose.ts";
import type { Proposal } from "../proposals/wire.ts";
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
    ...orProposal,
    ...problems(memberNotFound, identityTaken, permissionMissing, ...proposalProblems),
  },
});

export function linkMember(
  ctx: Context,
  memberId: string,
  link: NewMemberIdentity,
): Promise<MemberIdentity | Accepted<Proposal>> {
  permit(ctx, "members");
  return transact(ctx, async (tx) => {
    const before = await findLinkable(tx, ctx, memberId, link);
    if (before?.expected !== link.expected && (await takesTwo(tx, ctx)))
      return propose(tx, ctx, {
        kind: "link-member",
        subjectId: memberId,
        content: link,
        before: standingLink(before),
      });
    return applyLink(tx, ctx, memberId, link);
  });
}

/** What a proposal to link a member was made on. */
export const standingLink = (before: { expected: string } | undefined) =>
  before ? { expected: before.expected } : {};

/** How the member is linked until now; refuses what already stands for another one. */
export async function findLinkable(
  tx: Database,
  ctx: Context,
  memberId: string,
  { expected }: NewMemberIdentity,
) {
  const { participantId } = ctx.actor;
  if (!(await findMember(tx, participantId, memberId))) fail(memberNotFound);
  const other = await findIdentityExpected(tx, participantId, expected);
  if (other && other.memberId !== memberId) fail(identityTaken);
  return findMemberIdentity(tx, participantId, memberId);
}

export async function applyLink(
  tx: Database,
  ctx: Context,
  memberId: string,
  link: NewMemberIdentity,
): Promise<MemberIdentity> {
  const { participantId } = ctx.actor;
  const before = await findLinkable(tx, ctx, memberId, link);
  if (before?.expected === link.expected) return presentMemberIdentity(before);
  const unpaired = { expected: link.expected, issuer: null, subject: null, pairedAt: null };
  await tx
    .insert(memberIdentities)
    .values({ memberId, participantId, ...unpaired })
    .onConflictDoUpdate({ target: memberIdentities.memberId, set: unpaired });
  await record(tx, ctx, { action: "member.linked", subjectId: memberId });
  for (const subjectId of before ? await endSessionRows(tx, ctx, memberId) : [])
    await record(tx, ctx, { action: "session.ended", subjectId });
  return presentMemberIdentity({ memberId, participantId, ...unpaired });
}

export default operation(route, (ctx, { params, body }) => linkMember(ctx, params.memberId, body));
