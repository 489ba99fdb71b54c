import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { type Accepted, json, operation, settled } from "../../platform/http/operation.ts";
import { fail, problems, unexpectedFailure } from "../../platform/http/problem.ts";
import { orProposal, proposalProblems, propose, proposedAgain, takesTwo } from "../proposals/propose.ts";
import type { Proposal } from "../proposals/wire.ts";
import { findMember } from "../store.ts";
import { applyNewMember } from "./apply.ts";
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
  responses: {
    201: json(Member, "The member"),
    ...orProposal,
    ...problems(permissionMissing, ...proposalProblems),
  },
});

function askForMember(ctx: Context, input: NewMember): Promise<Member | Accepted<Proposal>> {
  permit(ctx, "members");
  return transact(ctx, async (tx) =>
    (await takesTwo(tx, ctx))
      ? propose(tx, ctx, { kind: "add-member", content: input })
      : applyNewMember(tx, ctx, input),
  );
}

/** The same at the server, where nobody else is asked. */
export const addMember = async (ctx: Context, input: NewMember): Promise<Member> =>
  settled(await askForMember(ctx, input));

function presentAgain(ctx: Context, id: string): Promise<Member | Accepted<Proposal>> {
  permit(ctx, "members");
  return transact(
    ctx,
    async (tx) =>
      (await proposedAgain(tx, ctx, id)) ??
      presentMember((await findMember(tx, ctx.actor.participantId, id)) ?? fail(unexpectedFailure)),
  );
}

export default operation(route, (ctx, { body }) => askForMember(ctx, body), presentAgain);
