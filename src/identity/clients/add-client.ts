import { createRoute } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { type Accepted, json, operation, settled } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { orProposal, proposalProblems, propose, proposedAgain, takesTwo } from "../proposals/propose.ts";
import type { Proposal } from "../proposals/wire.ts";
import { insertClient } from "./insert-client.ts";
import { clientKeyUnfit } from "./problems.ts";
import { findClient, listKeysOf } from "./store.ts";
import { Client, NewClient, presentClient } from "./wire.ts";

const route = createRoute({
  operationId: "addClient",
  method: "post",
  path: "/clients",
  tags: ["Network"],
  summary: "Add a client",
  description:
    "Registers a system of your own participant with the public half of its key. The private half never leaves the system.",
  security: needs("members"),
  request: { body: json(NewClient, "What the system is, what it may ask for, and its public key") },
  responses: {
    201: json(Client, "The client; its id is the client_id"),
    ...orProposal,
    ...problems(permissionMissing, clientKeyUnfit, ...proposalProblems),
  },
});

function askForClient(ctx: Context, input: NewClient): Promise<Client | Accepted<Proposal>> {
  permit(ctx, "members");
  return transact(ctx, async (tx) =>
    (await takesTwo(tx, ctx))
      ? propose(tx, ctx, { kind: "add-client", content: input })
      : applyNewClient(tx, ctx, input),
  );
}

/** The same at the server, where nobody else is asked. */
export const addClient = async (ctx: Context, input: NewClient): Promise<Client> =>
  settled(await askForClient(ctx, input));

export async function applyNewClient(tx: Database, ctx: Context, input: NewClient): Promise<Client> {
  const { client, keys } = await insertClient(tx, ctx, ctx.actor.participantId, input);
  await record(tx, ctx, { action: "client.added", subjectId: client.id, at: client.addedAt });
  return presentClient(client, keys);
}

function presentAgain(ctx: Context, id: string): Promise<Client | Accepted<Proposal>> {
  permit(ctx, "members");
  return transact(ctx, async (tx) => {
    const proposed = await proposedAgain(tx, ctx, id);
    return proposed ?? presentClient(await findClient(tx, ctx, id), await listKeysOf(tx, id));
  });
}

export default operation(route, (ctx, { body }) => askForClient(ctx, body), presentAgain);
