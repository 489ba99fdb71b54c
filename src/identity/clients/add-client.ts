import { createRoute } from "@hono/zod-openapi";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/db.ts";
import { json, operation } from "../../platform/operation.ts";
import { problems } from "../../platform/problem.ts";
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
    ...problems(permissionMissing, clientKeyUnfit),
  },
});

export function addClient(ctx: Context, input: NewClient): Promise<Client> {
  permit(ctx, "members");
  return transact(ctx, (tx) => applyNewClient(tx, ctx, input));
}

export async function applyNewClient(tx: Database, ctx: Context, input: NewClient): Promise<Client> {
  const { client, keys } = await insertClient(tx, ctx, ctx.actor.participantId, input);
  await record(tx, ctx, { action: "client.added", subjectId: client.id, at: client.addedAt });
  return presentClient(client, keys);
}

function presentAgain(ctx: Context, clientId: string): Promise<Client> {
  permit(ctx, "members");
  return transact(ctx, async (tx) =>
    presentClient(await findClient(tx, ctx, clientId), await listKeysOf(tx, clientId)),
  );
}

export default operation(route, (ctx, { body }) => addClient(ctx, body), presentAgain);
