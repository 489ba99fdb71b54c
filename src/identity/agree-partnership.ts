import { createRoute } from "@hono/zod-openapi";
import { record } from "../audit/index.ts";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context, Database } from "../platform/context.ts";
import { transact } from "../platform/database/transact.ts";
import { type Accepted, json, operation } from "../platform/http/operation.ts";
import { problems } from "../platform/http/problem.ts";
import { onlyNarrows } from "./partnership.ts";
import { participantNotFound } from "./problems.ts";
import { orProposal, proposalProblems, propose, takesTwo } from "./proposals/propose.ts";
import type { Proposal } from "./proposals/wire.ts";
import { type participants, partnerships } from "./schema.ts";
import { agreed, claimParticipant } from "./store.ts";
import {
  Participant,
  ParticipantPath,
  PartnershipTerms,
  presentParticipant,
  standingParticipant,
} from "./wire.ts";

const route = createRoute({
  operationId: "agreePartnership",
  method: "put",
  path: "/participants/{participantId}/partnership",
  tags: ["Network"],
  summary: "Agree a partnership",
  description:
    "Puts the terms on which a participant takes part, in place of earlier ones. Referrals that were offered before keep their deadlines. To take sending or receiving away, and change nothing else, one person is always enough.",
  security: needs("network:write"),
  request: { params: ParticipantPath, body: json(PartnershipTerms, "The terms") },
  responses: {
    200: json(Participant, "The participant with its terms"),
    ...orProposal,
    ...problems(participantNotFound, permissionMissing, ...proposalProblems),
  },
});

export function agreePartnership(
  ctx: Context,
  participantId: string,
  input: PartnershipTerms,
): Promise<Participant | Accepted<Proposal>> {
  permit(ctx, "network:write");
  return transact(ctx, async (tx) => {
    const found = await claimParticipant(tx, participantId);
    if (!onlyNarrows(found.terms, agreed(input, ctx.now())) && (await takesTwo(tx, ctx)))
      return propose(tx, ctx, {
        kind: "agree-partnership",
        subjectId: participantId,
        content: input,
        before: standingParticipant(found.participant, found.terms),
      });
    return applyPartnership(tx, ctx, found.participant, input);
  });
}

/** Puts the terms of a claimed participant. */
export async function applyPartnership(
  tx: Database,
  ctx: Context,
  participant: typeof participants.$inferSelect,
  input: PartnershipTerms,
): Promise<Participant> {
  const { id: participantId } = participant;
  const terms = agreed(input, ctx.now());
  await tx
    .insert(partnerships)
    .values({ participantId, ...terms })
    .onConflictDoUpdate({ target: partnerships.participantId, set: terms });
  await record(tx, ctx, {
    action: "partnership.agreed",
    subjectId: participantId,
    subjectParticipantId: participantId,
  });
  return presentParticipant(participant, { participantId, ...terms });
}

export default operation(route, (ctx, { params, body }) => agreePartnership(ctx, params.participantId, body));
