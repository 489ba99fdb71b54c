import { createRoute, z } from "@hono/zod-openapi";
import { needsAny, permissionMissing, permitAny } from "../../permissions.ts";
import type { Context } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { cutPage, openCursor, PageQuery, pageOf } from "../../platform/http/pagination.ts";
import { problems } from "../../platform/http/problem.ts";
import { proposing } from "./kinds.ts";
import { listProposalRows } from "./store.ts";
import { Proposal, presentProposal, proposalStates } from "./wire.ts";

const Proposals = pageOf(Proposal).openapi("Proposals");

const ProposalQuery = PageQuery.extend({
  state: z
    .enum(proposalStates)
    .optional()
    .openapi({ description: "Only those in this state", example: "open" }),
});

const route = createRoute({
  operationId: "listProposals",
  method: "get",
  path: "/proposals",
  tags: ["Network"],
  summary: "List proposals",
  description:
    "Changes that give power and take a second person, of your own participant, the newest first: for administrators those of members, systems and keys; for the operator's coordinators those of participants and partnerships.",
  security: needsAny(...proposing),
  request: { query: ProposalQuery },
  responses: { 200: json(Proposals, "A page of proposals"), ...problems(permissionMissing) },
});

export async function listProposals(
  ctx: Context,
  { pageSize, cursor, ...filters }: z.output<typeof ProposalQuery>,
): Promise<z.input<typeof Proposals>> {
  permitAny(ctx, ...proposing);
  const position = await openCursor(ctx, "proposals", filters, cursor);
  const found = await transact(ctx, (tx) => listProposalRows(tx, ctx, filters.state, position, pageSize + 1));
  const { rows, ...next } = await cutPage(ctx, "proposals", filters, pageSize, found, (row) => [
    row.proposedAt.toISOString(),
    row.id,
  ]);
  const now = ctx.now();
  return { items: rows.map((row) => presentProposal(row, now)), ...next };
}

export default operation(route, (ctx, { query }) => listProposals(ctx, query));
