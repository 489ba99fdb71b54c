import { createRoute, z } from "@hono/zod-openapi";
import { record } from "../audit/index.ts";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context } from "../platform/context.ts";
import { actFor, transact } from "../platform/db.ts";
import { json, operation } from "../platform/operation.ts";
import { fail, problems } from "../platform/problem.ts";
import { line } from "../platform/text.ts";
import { insertClient } from "./clients/insert-client.ts";
import { clientKeyUnfit } from "./clients/problems.ts";
import { Client, NewClient, presentClient } from "./clients/wire.ts";
import { getParticipant } from "./get-participant.ts";
import { Member, NewMember, presentMember } from "./members/wire.ts";
import { phoneHasNoLogin } from "./problems.ts";
import { reaches } from "./reach.ts";
import { participants, partnerships } from "./schema.ts";
import { agreed, insertMember } from "./store.ts";
import { Participant, PartnershipTerms, presentParticipant } from "./wire.ts";

export const NewParticipant = z
  .strictObject({
    name: line(200).openapi({ description: "As the network is to know it", example: "De Brug" }),
    reach: z.enum(reaches).openapi({ description: "How it receives", example: "api" }),
    partnership: PartnershipTerms.optional(),
    administrator: NewMember.optional().openapi({ description: "Its first member, who can then add others" }),
    client: NewClient.optional().openapi({ description: "Its first system" }),
  })
  .openapi("NewParticipant");
export type NewParticipant = z.output<typeof NewParticipant>;

const AdmittedParticipant = Participant.extend({
  administrator: Member.optional().openapi({
    description: "The member that was added with it; only told once",
  }),
  client: Client.optional().openapi({ description: "The client that was added with it; only told once" }),
}).openapi("AdmittedParticipant");
type AdmittedParticipant = z.input<typeof AdmittedParticipant>;

const route = createRoute({
  operationId: "admitParticipant",
  method: "post",
  path: "/participants",
  tags: ["Network"],
  summary: "Admit a participant",
  description:
    "Adds an organization to the network, with its agreement and, if it has any, its first member and its first system. Only the network's operator does this; from then on the participant manages its own people and systems.",
  security: needs("network:write"),
  request: { body: json(NewParticipant, "Who joins, and on which terms") },
  responses: {
    201: json(AdmittedParticipant, "The participant"),
    ...problems(permissionMissing, phoneHasNoLogin, clientKeyUnfit),
  },
});

export function admitParticipant(ctx: Context, input: NewParticipant): Promise<AdmittedParticipant> {
  permit(ctx, "network:write");
  if (input.reach === "phone" && (input.administrator || input.client)) fail(phoneHasNoLogin);
  return transact(ctx, async (tx) => {
    const participant = {
      id: ctx.newId(),
      name: input.name,
      reach: input.reach,
      operator: false,
      joinedAt: ctx.now(),
      suspendedAt: null,
    };
    const terms = input.partnership && {
      participantId: participant.id,
      ...agreed(input.partnership, ctx.now()),
    };
    await tx.insert(participants).values(participant);
    if (terms) await tx.insert(partnerships).values(terms);
    await record(tx, ctx, {
      action: "participant.admitted",
      subjectId: participant.id,
      subjectParticipantId: participant.id,
    });

    // The first member and client are the newcomer's own rows, and nobody else's.
    await actFor(tx, participant.id);
    const member = input.administrator && (await insertMember(tx, ctx, participant.id, input.administrator));
    const added = input.client && (await insertClient(tx, ctx, participant.id, input.client));
    await actFor(tx, ctx.actor.participantId);
    return {
      ...presentParticipant(participant, terms ?? null),
      ...(member && { administrator: presentMember(member) }),
      ...(added && { client: presentClient(added.client, added.keys) }),
    };
  });
}

export default operation(
  route,
  (ctx, { body }) => admitParticipant(ctx, body),
  (ctx, participantId) => getParticipant(ctx, participantId),
);
