import { isDeepStrictEqual } from "node:util";
import { createRoute, z } from "@hono/zod-openapi";
import { needsAny, permissionMissing } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { json, operation } from "../../platform/http/operation.ts";
import { fail, Problem, problems } from "../../platform/http/problem.ts";
import { countersign, secondPersonProblems } from "../two-persons/countersign.ts";
import { changeOf } from "./changes.ts";
import { decide, permitDecision, refuseDecided } from "./decide.ts";
import { getProposal } from "./get-proposal.ts";
import { proposing } from "./kinds.ts";
import {
  personNeeded,
  proposalDecided,
  proposalExpired,
  proposalNotFound,
  proposalOutdated,
  proposerGone,
  secondPersonNeeded,
} from "./problems.ts";
import type { ProposalRow } from "./schema.ts";
import { claimAble, claimProposal } from "./store.ts";
import { Proposal, ProposalPath, presentProposal } from "./wire.ts";

const Confirmed = Proposal.extend({
  record: z
    .record(z.string(), z.unknown())
    .optional()
    .openapi({
      description: "What the operation of that kind answers; only told once, to whoever confirms it first",
      example: { id: "b3b2a3c4-9f0a-4c83-8a0e-3b0d8f3b6d21", name: "Noor de Wit", roles: ["counsellor"] },
    }),
}).openapi("ConfirmedProposal");
type Confirmed = z.input<typeof Confirmed>;

const route = createRoute({
  operationId: "confirmProposal",
  method: "post",
  path: "/proposals/{proposalId}/confirmation",
  tags: ["Network"],
  summary: "Confirm a proposal",
  description:
    "Another person than the one who proposed it stands for it too, and it is done in this moment. Both have to be able to do it now, and what it changes has to be as it was when it was proposed. Whoever confirms it is signed in as a person: no system confirms in anybody's name. Once more by the same person changes nothing.",
  security: needsAny(...proposing),
  request: { params: ProposalPath },
  responses: {
    200: json(Confirmed, "The proposal, confirmed; `subjectId` names what it changed"),
    ...problems(
      proposalNotFound,
      permissionMissing,
      personNeeded,
      secondPersonNeeded,
      ...secondPersonProblems,
      proposerGone,
      proposalDecided,
      proposalExpired,
      proposalOutdated,
    ),
  },
});

export function confirmProposal(ctx: Context, proposalId: string): Promise<Confirmed> {
  const person = permitDecision(ctx);
  return transact(ctx, async (tx) => {
    const proposal = await claimProposal(tx, ctx, proposalId);
    const now = ctx.now();
    if (proposal.decision === "confirmed" && proposal.decidedBy === person)
      return presentProposal(proposal, now);
    refuseDecided(proposal, now);
    await requireTwo(tx, ctx, proposal, person);
    await countersign(tx, ctx, proposalId, proposal.proposedBy);
    const record = await apply(tx, ctx, proposal);
    const subjectId = proposal.subjectId ?? (record as { id: string }).id;
    const confirmed = await decide(tx, ctx, proposal, "confirmed", person, subjectId);
    return { ...presentProposal(confirmed, now), record };
  });
}

async function requireTwo(tx: Database, ctx: Context, proposal: ProposalRow, person: string): Promise<void> {
  if (proposal.proposedBy === person) fail(secondPersonNeeded);
  const able = await claimAble(tx, ctx, proposal.kind, [proposal.proposedBy, person]);
  if (!able.has(person)) fail(permissionMissing);
  if (!able.has(proposal.proposedBy)) fail(proposerGone);
}

/** Does what was proposed, and answers as its own operation does. */
async function apply(tx: Database, ctx: Context, { kind, subjectId, content, before }: ProposalRow) {
  const compare = (standing: object) => {
    if (!isDeepStrictEqual(plain(standing), before)) fail(proposalOutdated);
  };
  try {
    return await changeOf(kind)({ tx, ctx, subjectId: subjectId ?? "", compare }, content);
  } catch (error) {
    // What the change itself is refused for, as anybody is told who asks for it directly.
    if (error instanceof Problem && error.definition.status < 500)
      fail(proposalOutdated, { detail: error.definition.detail });
    throw error;
  }
}

const plain = (value: object): unknown => JSON.parse(JSON.stringify(value));

export default operation(route, (ctx, { params }) => confirmProposal(ctx, params.proposalId), getProposal);
