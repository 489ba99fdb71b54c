import { createRoute } from "@hono/zod-openapi";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context } from "../platform/context.ts";
import { transact } from "../platform/database/transact.ts";
import { json, operation } from "../platform/http/operation.ts";
import { fail, problems } from "../platform/http/problem.ts";
import { participantNotFound } from "./problems.ts";
import { findParticipant } from "./store.ts";
import { Participant, ParticipantPath, presentParticipant } from "./wire.ts";

const route = createRoute({
  operationId: "getParticipant",
  method: "get",
  path: "/participants/{participantId}",
  tags: ["Network"],
  summary: "Read a participant",
  description: "Who it is, how it receives, and what it agreed with the network.",
  security: needs("network:read"),
  request: { params: ParticipantPath },
  responses: {
    200: json(Participant, "The participant"),
    ...problems(participantNotFound, permissionMissing),
  },
});

export function getParticipant(ctx: Context, participantId: string): Promise<Participant> {
  permit(ctx, "network:read");
  return transact(ctx, async (tx) => {
    const { participant, terms } = (await findParticipant(tx, participantId)) ?? fail(participantNotFound);
    return presentParticipant(participant, terms);
  });
}

export default operation(route, (ctx, { params }) => getParticipant(ctx, params.participantId));
