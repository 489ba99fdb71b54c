import { createRoute } from "@hono/zod-openapi";
import { needsAny, permissionMissing } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { decide, permitDecision, refuseDecided } from "./decide.ts";
import { getProposal } from "./get-proposal.ts";
import { proposing } from "./kinds.ts";
import { personNeeded, proposalDecided, proposalExpired, proposalNotFound } from "./problems.ts";
import { claimProposal } from "./store.ts";
import { Proposal, ProposalPath, presentProposal } from "./wire.ts";

const route = createRoute({
  operationId: "rejectProposal",
  method: "post",
  path: "/proposals/{proposalId}/rejection",
  tags: ["Network"],
  summary: "Reject a proposal, or withdraw one's own",
  description:
    "It can no more be confirmed. By whoever proposed it, it counts as withdrawn. Once more by the same person changes nothing.",
  security: needsAny(...proposing),
  request: { params: ProposalPath },
  responses: {
    200: json(Proposal, "The proposal"),
    ...problems(proposalNotFound, permissionMissing, personNeeded, proposalDecided, proposalExpired),
  },
});

export function rejectProposal(ctx: Context, proposalId: string): Promise<Proposal> {
  const person = permitDecision(ctx);
  return transact(ctx, async (tx) => {
    const proposal = await claimProposal(tx, ctx, proposalId);
    const decision = proposal.proposedBy === person ? "withdrawn" : "rejected";
    const now = ctx.now();
    if (proposal.decision === decision && proposal.decidedBy === person)
      return presentProposal(proposal, now);
    refuseDecided(proposal, now);
    return presentProposal(await decide(tx, ctx, proposal, decision, person), now);
  });
}

export default operation(route, (ctx, { params }) => rejectProposal(ctx, params.proposalId), getProposal);
