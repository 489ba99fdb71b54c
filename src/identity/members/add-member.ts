import { createRoute } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/db.ts";
import { json, operation } from "../../platform/operation.ts";
import { fail, problems, unexpectedFailure } from "../../platform/problem.ts";
import { findMember, insertMember } from "../store.ts";
import { Member, NewMember, presentMember } from "./wire.ts";

const route = createRoute({
  operationId: "addMember",
  method: "post",
  path: "/members",
  tags: ["Network"],
  summary: "Add a member",
  description:
    "Adds a person to your own participant. A system of yours can then act in this person's name: it signs the member's id into its client assertion as `on_behalf_of`.",
  security: needs("members"),
  request: { body: json(NewMember, "Who the person is, and what they do") },
  responses: { 201: json(Member, "The member"), ...problems(permissionMissing) },
});

export function addMember(ctx: Context, input: NewMember): Promise<Member> {
  permit(ctx, "members");
  return transact(ctx, async (tx) => {
    const member = await insertMember(tx, ctx, ctx.actor.participantId, input);
    await record(tx, ctx, { action: "member.added", subjectId: member.id });
    return presentMember(member);
  });
}

function presentAgain(ctx: Context, memberId: string): Promise<Member> {
  permit(ctx, "members");
  return transact(ctx, async (tx) =>
    presentMember((await findMember(tx, ctx.actor.participantId, memberId)) ?? fail(unexpectedFailure)),
  );
}

export default operation(route, (ctx, { body }) => addMember(ctx, body), presentAgain);
