import { createRoute, z } from "@hono/zod-openapi";
import { eq } from "drizzle-orm";
import { record } from "../../audit/index.ts";
import { needs, permissionMissing, permit } from "../../permissions.ts";
import type { Context, Database } from "../../platform/context.ts";
import { transact } from "../../platform/database/transact.ts";
import { type Accepted, json, operation } from "../../platform/http/operation.ts";
import { problems } from "../../platform/http/problem.ts";
import { orProposal, proposalProblems, propose, takesTwo } from "../proposals/propose.ts";
import type { Proposal } from "../proposals/wire.ts";
import { clients } from "../schema.ts";
import { clientNotFound } from "./problems.ts";
import { claimClient, listKeysOf } from "./store.ts";
import { Client, ClientPath, type ClientRow, presentClient, standingClient } from "./wire.ts";

const ClientSuspension = z
  .strictObject({
    suspended: z.boolean().openapi({ description: "While true it can do nothing", example: true }),
  })
  .openapi("ClientSuspension");

const route = createRoute({
  operationId: "suspendClient",
  method: "put",
  path: "/clients/{clientId}/suspension",
  tags: ["Network"],
  summary: "Suspend a client, or let it work again",
  description:
    "Bites on the next request, whatever token the system holds. Once more changes nothing. A system can suspend itself, but then a person has to let it work again. That can take a second person; suspending never does.",
  security: needs("members"),
  request: { params: ClientPath, body: json(ClientSuspension, "Whether it is suspended") },
  responses: {
    200: json(Client, "The client"),
    ...orProposal,
    ...problems(clientNotFound, permissionMissing, ...proposalProblems),
  },
});

export function suspendClient(
  ctx: Context,
  clientId: string,
  { suspended }: z.output<typeof ClientSuspension>,
): Promise<Client | Accepted<Proposal>> {
  permit(ctx, "members");
  return transact(ctx, async (tx) => {
    const before = await claimClient(tx, ctx, clientId);
    if (!suspended && before.suspendedAt && (await takesTwo(tx, ctx)))
      return propose(tx, ctx, {
        kind: "readmit-client",
        subjectId: clientId,
        content: {},
        before: standingClient(before),
      });
    const client = await applyClientSuspension(tx, ctx, before, suspended);
    return presentClient(client, await listKeysOf(tx, clientId));
  });
}

/** The client as it is then; one that was so already is left alone. */
export async function applyClientSuspension(
  tx: Database,
  ctx: Context,
  client: ClientRow,
  suspended: boolean,
): Promise<ClientRow> {
  if ((client.suspendedAt !== null) === suspended) return client;
  const suspendedAt = suspended ? ctx.now() : null;
  await tx.update(clients).set({ suspendedAt }).where(eq(clients.id, client.id));
  await record(tx, ctx, {
    action: suspended ? "client.suspended" : "client.readmitted",
    subjectId: client.id,
  });
  return { ...client, suspendedAt };
}

export default operation(route, (ctx, { params, body }) => suspendClient(ctx, params.clientId, body));
