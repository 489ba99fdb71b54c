import { createRoute, z } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../audit/index.ts";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context, Database } from "../platform/context.ts";
import { transact } from "../platform/database/transact.ts";
import { type Accepted, json, operation } from "../platform/http/operation.ts";
import { fail, problems } from "../platform/http/problem.ts";
import { operatorStays, participantNotFound } from "./problems.ts";
import { orProposal, proposalProblems, propose, takesTwo } from "./proposals/propose.ts";
import type { Proposal } from "./proposals/wire.ts";
import { participants } from "./schema.ts";
import { claimParticipant } from "./store.ts";
import { Participant, ParticipantPath, presentParticipant, standingParticipant } from "./wire.ts";

const Suspension = z
  .strictObject({
    suspended: z.boolean().openapi({
      description: "While true it can neither act nor be offered anything",
      example: true,
    }),
  })
  .openapi("Suspension");

const route = createRoute({
  operationId: "suspendParticipant",
  method: "put",
  path: "/participants/{participantId}/suspension",
  tags: ["Network"],
  summary: "Suspend a participant, or let it take part again",
  description:
    "Bites on the next request: whatever token its people and systems hold is refused, and nothing is offered to it. What is under way stays with the other party, who can withdraw it. Letting it take part again can take a second person; suspending it never does.",
  security: needs("network:write"),
  request: { params: ParticipantPath, body: json(Suspension, "Whether it is suspended") },
  responses: {
    200: json(Participant, "The participant"),
    ...orProposal,
    ...problems(participantNotFound, permissionMissing, operatorStays, ...proposalProblems),
  },
});

export function suspendParticipant(
  ctx: Context,
  participantId: string,
  { suspended }: z.output<typeof Suspension>,
): Promise<Participant | Accepted<Proposal>> {
  permit(ctx, "network:write");
  return transact(ctx, async (tx) => {
    const found = await claimParticipant(tx, participantId);
    const { participant, terms } = found;
    if (participant.operator) fail(operatorStays);
    if ((participant.suspendedAt !== null) === suspended) return presentParticipant(participant, terms);
    if (!suspended && (await takesTwo(tx, ctx)))
      return propose(tx, ctx, {
        kind: "readmit-participant",
        subjectId: participantId,
        content: {},
        before: standingParticipant(participant, terms),
      });
    return applyParticipation(tx, ctx, found, suspended);
  });
}

/** Suspends a claimed participant, or lets it take part again. */
export async function applyParticipation(
  tx: Database,
  ctx: Context,
  { participant, terms }: Awaited<ReturnType<typeof claimParticipant>>,
  suspended: boolean,
): Promise<Participant> {
  const now = ctx.now();
  const changed = suspended ? { suspendedAt: now } : { suspendedAt: null, readmittedAt: now };
  await tx.update(participants).set(changed).where(eq(participants.id, participant.id));
  await record(tx, ctx, {
    action: suspended ? "participant.suspended" : "participant.readmitted",
    subjectId: participant.id,
    subjectParticipantId: participant.id,
    at: now,
  });
  return presentParticipant({ ...participant, ...changed }, terms);
}

export default operation(route, (ctx, { params, body }) =>
  suspendParticipant(ctx, params.participantId, body),
);
