import { createRoute } from "@hono/zod-openapi";
import { needsAny, permissionMissing, permitAny } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { proposing } from "./kinds.ts";
import { proposalNotFound } from "./problems.ts";
import { findProposal } from "./store.ts";
import { Proposal, ProposalPath, presentProposal } from "./wire.ts";

const route = createRoute({
  operationId: "getProposal",
  method: "get",
  path: "/proposals/{proposalId}",
  tags: ["Network"],
  summary: "Read a proposal",
  description: "What would be changed, what stood there, who proposed it and what became of it.",
  security: needsAny(...proposing),
  request: { params: ProposalPath },
  responses: { 200: json(Proposal, "The proposal"), ...problems(proposalNotFound, permissionMissing) },
});

export function getProposal(ctx: Context, proposalId: string): Promise<Proposal> {
  permitAny(ctx, ...proposing);
  return transact(ctx, async (tx) => presentProposal(await findProposal(tx, ctx, proposalId), ctx.now()));
}

export default operation(route, (ctx, { params }) => getProposal(ctx, params.proposalId));
