import { createRoute } from "@hono/zod-openapi";
import { record } from "../audit/index.ts";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context } from "../platform/context.ts";
import { transact } from "../platform/db.ts";
import { json, operation } from "../platform/operation.ts";
import { fail, problems } from "../platform/problem.ts";
import { participantNotFound } from "./problems.ts";
import { partnerships } from "./schema.ts";
import { agreed, findParticipant } from "./store.ts";
import { Participant, ParticipantPath, PartnershipTerms, presentParticipant } from "./wire.ts";

const route = createRoute({
  operationId: "agreePartnership",
  method: "put",
  path: "/participants/{participantId}/partnership",
  tags: ["Network"],
  summary: "Agree a partnership",
  description:
    "Puts the terms on which a participant takes part, in place of earlier ones. Referrals that were offered before keep their deadlines.",
  security: needs("network:write"),
  request: { params: ParticipantPath, body: json(PartnershipTerms, "The terms") },
  responses: {
    200: json(Participant, "The participant with its terms"),
    ...problems(participantNotFound, permissionMissing),
  },
});

export function agreePartnership(
  ctx: Context,
  participantId: string,
  input: PartnershipTerms,
): Promise<Participant> {
  permit(ctx, "network:write");
  return transact(ctx, async (tx) => {
    const { participant } = (await findParticipant(tx, participantId)) ?? fail(participantNotFound);
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
  });
}

export default operation(route, (ctx, { params, body }) => agreePartnership(ctx, params.participantId, body));
