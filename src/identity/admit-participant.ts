import { createRoute, z } from "@hono/zod-openapi";
import { record } from "../audit/index.ts";
import { needs, permissionMissing, permit } from "../permissions.ts";
import type { Context, Database } from "../platform/context.ts";
import { actFor, transact } from "../platform/database/transact.ts";
import { type Accepted, json, operation, settled } from "../platform/http/operation.ts";
import { fail, problems } from "../platform/http/problem.ts";
import { line } from "../platform/text/text.ts";
import { insertClient } from "./clients/insert-client.ts";
import { clientKeyUnfit } from "./clients/problems.ts";
import { Client, NewClient, presentClient } from "./clients/wire.ts";
import { Member, NewMember, presentMember } from "./members/wire.ts";
import { participantNotFound, phoneHasNoLogin } from "./problems.ts";
import { orProposal, proposalProblems, propose, proposedAgain, takesTwo } from "./proposals/propose.ts";
import type { Proposal } from "./proposals/wire.ts";
import { reaches } from "./reach.ts";
import { participants, partnerships } from "./schema.ts";
import { agreed, findParticipant, insertMember } from "./store.ts";
import { Participant, PartnershipTerms, presentParticipant } from "./wire.ts";

export const NewParticipant = z
  .strictObject({
    name: line(200).openapi({ description: "As the network is to know it", example: "De Brug" }),
    reach: z.enum(reaches).openapi({ description: "How it receives", example: "api" }),
    partnership: PartnershipTerms.optional(),
    administrator: NewMember.optional().openapi({ description: "Its first member, who can then add others" }),
    client: NewClient.optional().openapi({ description: "Its first system" }),
    twoPersons: z.boolean().optional().openapi({
      description:
        "Whether it wants two persons for what gives power in it: members, roles, systems and keys. Without it, it does",
      example: true,
    }),
  })
  .openapi("NewParticipant");
export type NewParticipant = z.output<typeof NewParticipant>;

export const AdmittedParticipant = Participant.extend({
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
    ...orProposal,
    ...problems(permissionMissing, phoneHasNoLogin, clientKeyUnfit, ...proposalProblems),
  },
});

function askForAdmission(
  ctx: Context,
  input: NewParticipant,
): Promise<AdmittedParticipant | Accepted<Proposal>> {
  permit(ctx, "network:write");
  if (input.reach === "phone" && (input.administrator || input.client)) fail(phoneHasNoLogin);
  return transact(ctx, async (tx) =>
    (await takesTwo(tx, ctx))
      ? propose(tx, ctx, { kind: "admit-participant", content: input })
      : applyAdmission(tx, ctx, input),
  );
}

/** The same at the server, where nobody else is asked. */
export const admitParticipant = async (ctx: Context, input: NewParticipant): Promise<AdmittedParticipant> =>
  settled(await askForAdmission(ctx, input));

export async function applyAdmission(
  tx: Database,
  ctx: Context,
  input: NewParticipant,
): Promise<AdmittedParticipant> {
  const participant = {
    id: ctx.newId(),
    name: input.name,
    reach: input.reach,
    operator: false,
    twoPersons: input.twoPersons ?? true,
    joinedAt: ctx.now(),
    suspendedAt: null,
    readmittedAt: null,
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
}

function presentAgain(ctx: Context, id: string): Promise<AdmittedParticipant | Accepted<Proposal>> {
  permit(ctx, "network:write");
  return transact(ctx, async (tx) => {
    const proposed = await proposedAgain(tx, ctx, id);
    if (proposed) return proposed;
    const { participant, terms } = (await findParticipant(tx, id)) ?? fail(participantNotFound);
    return presentParticipant(participant, terms);
  });
}

export default operation(route, (ctx, { body }) => askForAdmission(ctx, body), presentAgain);
