import { eq } from "drizzle-orm";
import { permitAny, personOf } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { fail } from "../../platform/http/problem.ts";
import { proposing } from "./kinds.ts";
import { personNeeded, proposalDecided, proposalExpired } from "./problems.ts";
import { tell, throughOf } from "./propose.ts";
import { type ProposalRow, proposals } from "./schema.ts";

/** Who decides: a person. */
export function permitDecision(ctx: Context): string {
  permitAny(ctx, ...proposing);
  return personOf(ctx.actor) ?? fail(personNeeded);
}

export function refuseDecided(proposal: ProposalRow, now: Date): void {
  if (proposal.decision) fail(proposalDecided);
  if (proposal.expiresAt <= now) fail(proposalExpired);
}

/** Writes the decision on a claimed proposal. */
export async function decide(
  tx: Database,
  ctx: Context,
  proposal: ProposalRow,
  decision: NonNullable<ProposalRow["decision"]>,
  person: string,
  subjectId = proposal.subjectId,
): Promise<ProposalRow> {
  const decidedAt = ctx.now();
  const change = { decision, subjectId, decidedBy: person, decidedThrough: throughOf(ctx), decidedAt };
  await tx.update(proposals).set(change).where(eq(proposals.id, proposal.id));
  await tell(tx, ctx, proposal.id, decision, decidedAt);
  return { ...proposal, ...change };
}
