import { createRoute, z } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../audit/index.ts";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context } from "../platform/context.ts";
import { transact } from "../platform/db.ts";
import { json, operation } from "../platform/operation.ts";
import { fail, problems } from "../platform/problem.ts";
import { operatorStays, participantNotFound } from "./problems.ts";
import { participants } from "./schema.ts";
import { findParticipant } from "./store.ts";
import { Participant, ParticipantPath, presentParticipant } from "./wire.ts";

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
    "Bites on the next request: whatever token its people and systems hold is refused, and nothing is offered to it. What is under way stays with the other party, who can withdraw it.",
  security: needs("network:write"),
  request: { params: ParticipantPath, body: json(Suspension, "Whether it is suspended") },
  responses: {
    200: json(Participant, "The participant"),
    ...problems(participantNotFound, permissionMissing, operatorStays),
  },
});

export function suspendParticipant(
  ctx: Context,
  participantId: string,
  { suspended }: z.output<typeof Suspension>,
): Promise<Participant> {
  permit(ctx, "network:write");
  return transact(ctx, async (tx) => {
    const { participant, terms } = (await findParticipant(tx, participantId)) ?? fail(participantNotFound);
    if (participant.operator) fail(operatorStays);
    if ((participant.suspendedAt !== null) === suspended) return presentParticipant(participant, terms);
    const suspendedAt = suspended ? ctx.now() : null;
    await tx.update(participants).set({ suspendedAt }).where(eq(participants.id, participantId));
    await record(tx, ctx, {
      action: suspended ? "participant.suspended" : "participant.readmitted",
      subjectId: participantId,
      subjectParticipantId: participantId,
    });
    return presentParticipant({ ...participant, suspendedAt }, terms);
  });
}

export default operation(route, (ctx, { params, body }) =>
  suspendParticipant(ctx, params.participantId, body),
);
